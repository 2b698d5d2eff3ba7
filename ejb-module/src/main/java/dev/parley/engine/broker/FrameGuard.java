package dev.parley.engine.broker;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.util.AttributeKey;
import org.apache.activemq.artemis.core.protocol.stomp.StompFrame;
import org.apache.activemq.artemis.core.protocol.stomp.StompFrameInterceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConnectionPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what a client can have the broker keep in memory that is no whole frame yet; the broker itself has no limit
 * for STOMP and Core, logged in or not.
 */
final class FrameGuard implements ActiveMQServerConnectionPlugin, StompFrameInterceptor {

    private static final AttributeKey<FrameLimit> LIMIT = AttributeKey.valueOf("parley.frame-limit");

    /** The broker's names for what reads frames; the first of them for Core. */
    private static final String CORE_DECODER = "activemq-decoder";

    private static final String HANDLER = "handler";

    @Override
    public void afterCreateConnection(RemotingConnection connection) {
        Channel channel = channel(connection);
        if (channel == null) {
            return;
        }
        ChannelPipeline pipeline = channel.pipeline();
        if (connection.getProtocolName().equals("STOMP") && pipeline.get(HANDLER) != null) {
            StompLimit limit = new StompLimit();
            channel.attr(LIMIT).set(limit);
            pipeline.addBefore(HANDLER, "parley-frames", new FrameHandler(limit));
        } else if (pipeline.get(CORE_DECODER) != null) {
            pipeline.addBefore(CORE_DECODER, "parley-frames", new FrameHandler(new CoreLimit()));
        }
    }

    /** A frame has been read: what comes now is another. */
    @Override
    public boolean intercept(StompFrame frame, RemotingConnection connection) {
        Channel channel = channel(connection);
        FrameLimit limit = channel == null ? null : channel.attr(LIMIT).get();
        if (limit instanceof StompLimit stomp) {
            stomp.framed();
        }
        return true;
    }

    private static @Nullable Channel channel(RemotingConnection connection) {
        return connection.getTransportConnection() instanceof NettyConnection netty ? netty.getNettyChannel() : null;
    }
}
