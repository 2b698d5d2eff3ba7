package dev.parley.engine.broker;

import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.protocol.core.Channel;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.ChannelImpl.CHANNEL_ID;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.ReattachSessionResponseMessage;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Says of each session that somebody wants to take over from another connection that there is none. The broker asks
 * nobody who he is there: whoever knew the name of a session had it, or ended it. A client whose connection broke logs
 * in again instead, and goes on in a new one, as it does without a window of confirmations.
 */
final class SessionGuard implements Interceptor {

    private static final int NOTHING_CONFIRMED = -1;

    @Override
    public boolean intercept(Packet packet, RemotingConnection connection) {
        if (packet.getType() != PacketImpl.REATTACH_SESSION || !isFromOutside(connection)) {
            return true;
        }
        if (connection instanceof CoreRemotingConnection core) {
            refuse(core);
        }
        return false;
    }

    private static boolean isFromOutside(RemotingConnection connection) {
        return connection.getTransportConnection() instanceof NettyConnection;
    }

    /** The answer for a session that is not there. */
    static void refuse(CoreRemotingConnection connection) {
        Channel channel = connection.getChannel(CHANNEL_ID.SESSION.id, NOTHING_CONFIRMED);
        channel.send(new ReattachSessionResponseMessage(NOTHING_CONFIRMED, false));
    }
}
