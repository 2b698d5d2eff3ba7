package dev.parley.engine.broker;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.util.AttributeKey;
import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.persistence.OperationContext;
import org.apache.activemq.artemis.core.protocol.stomp.StompFrame;
import org.apache.activemq.artemis.core.protocol.stomp.StompFrameInterceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConnectionPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerSessionPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.protocol.SessionCallback;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what a client can have the broker keep in memory that is no whole frame yet, and which packets it can have it
 * read; the broker itself has no limit for STOMP and Core, logged in or not.
 */
final class FrameGuard implements ActiveMQServerConnectionPlugin, ActiveMQServerSessionPlugin, StompFrameInterceptor {

    private static final AttributeKey<FrameLimit> LIMIT = AttributeKey.valueOf("parley.frame-limit");

    /** The broker's names for what reads frames; the first of them for Core. */
    private static final String CORE_DECODER = "activemq-decoder";

    private static final String HANDLER = "handler";

    private final ActiveMQServer server;

    FrameGuard(ActiveMQServer server) {
        this.server = server;
    }

    @Override
    public void afterCreateConnection(RemotingConnection connection) {
        Channel channel = channel(connection);
        if (channel == null) {
            return;
        }
        ChannelPipeline pipeline = channel.pipeline();
        if (connection.getProtocolName().equals("STOMP") && pipeline.get(HANDLER) != null) {
            guard(channel, HANDLER, new StompLimit());
        } else if (pipeline.get(CORE_DECODER) != null) {
            guard(channel, CORE_DECODER, new CoreLimit(new PacketGate(() -> hasSession(connection))));
        }
    }

    private static void guard(Channel channel, String reader, FrameLimit limit) {
        channel.attr(LIMIT).set(limit);
        channel.pipeline().addBefore(reader, "parley-frames", new FrameHandler(limit));
    }

    private boolean hasSession(RemotingConnection connection) {
        return server.getSessions().stream().anyMatch(session -> session.getRemotingConnection() == connection);
    }

    /** The user of clusters may do everything, and has no business here. */
    @Override
    public void beforeCreateSession(
            String name,
            String username,
            int minLargeMessageSize,
            RemotingConnection connection,
            boolean autoCommitSends,
            boolean autoCommitAcks,
            boolean preAcknowledge,
            boolean xa,
            String defaultAddress,
            SessionCallback callback,
            boolean autoCreateQueues,
            OperationContext context,
            Map<SimpleString, RoutingType> prefixes)
            throws ActiveMQException {
        if (channel(connection) != null
                && server.getConfiguration().getClusterUser().equals(username)) {
            throw new ActiveMQSecurityException("The user of clusters cannot log in from outside");
        }
    }

    @Override
    public void afterCreateSession(ServerSession session) {
        FrameLimit limit = limit(session.getRemotingConnection());
        if (limit != null) {
            limit.loggedIn();
        }
    }

    /** A frame has been read: what comes now is another. */
    @Override
    public boolean intercept(StompFrame frame, RemotingConnection connection) {
        if (limit(connection) instanceof StompLimit stomp) {
            stomp.framed();
        }
        return true;
    }

    private static @Nullable FrameLimit limit(RemotingConnection connection) {
        Channel channel = channel(connection);
        return channel == null ? null : channel.attr(LIMIT).get();
    }

    private static @Nullable Channel channel(RemotingConnection connection) {
        return connection.getTransportConnection() instanceof NettyConnection netty ? netty.getNettyChannel() : null;
    }
}
