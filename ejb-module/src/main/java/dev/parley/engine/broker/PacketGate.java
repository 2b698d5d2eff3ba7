package dev.parley.engine.broker;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.activemq.artemis.core.protocol.core.impl.ChannelImpl.CHANNEL_ID;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;

/**
 * Decides which packets of Core are read that come from outside: those that participants and other nodes need. Before
 * somebody has logged in on a connection that is what logs in, and never what brokers say to each other, whoever has
 * logged in.
 */
final class PacketGate {

    private static final Set<Byte> OF_CONNECTIONS =
            Set.of(PacketImpl.PING, PacketImpl.SUBSCRIBE_TOPOLOGY, PacketImpl.SUBSCRIBE_TOPOLOGY_V2);

    /** Not CREATE_QUEUE, which asks nobody who he is there. */
    private static final Set<Byte> OF_LOGINS = Set.of(
            PacketImpl.CREATESESSION,
            PacketImpl.CREATESESSION_V2,
            PacketImpl.REATTACH_SESSION,
            PacketImpl.CHECK_FOR_FAILOVER,
            PacketImpl.PACKETS_CONFIRMED);

    private static final boolean[] OF_SESSIONS = ofSessions();

    private final BooleanSupplier hasSession;
    private volatile boolean isLoggedIn;

    /** @param hasSession whether the connection has a session: one may have been taken along from another connection */
    PacketGate(BooleanSupplier hasSession) {
        this.hasSession = hasSession;
    }

    private static boolean[] ofSessions() {
        boolean[] types = new boolean[1 << Byte.SIZE];
        range(types, PacketImpl.EXCEPTION, PacketImpl.PACKETS_CONFIRMED);
        range(types, PacketImpl.CREATE_QUEUE, PacketImpl.SESS_PRODUCER_FAIL_CREDITS);
        range(types, PacketImpl.SESS_ADD_METADATA, PacketImpl.SESS_UNIQUE_ADD_METADATA);
        range(types, PacketImpl.CREATE_SHARED_QUEUE_V2, PacketImpl.CREATE_ADDRESS);
        range(types, PacketImpl.REMOVE_PRODUCER, PacketImpl.CREATE_PRODUCER);
        return types;
    }

    private static void range(boolean[] types, byte first, byte last) {
        for (int type = first; type <= last; type++) {
            types[Byte.toUnsignedInt((byte) type)] = true;
        }
    }

    /** Somebody has logged in: there is a session. */
    void loggedIn() {
        isLoggedIn = true;
    }

    /** Whether a packet is to be read. */
    boolean allows(byte type, long channel) {
        if (channel >= CHANNEL_ID.USER.id) {
            return OF_SESSIONS[Byte.toUnsignedInt(type)] && isLoggedIn();
        }
        if (channel == CHANNEL_ID.SESSION.id) {
            return OF_LOGINS.contains(type);
        }
        return channel == CHANNEL_ID.PING.id && OF_CONNECTIONS.contains(type);
    }

    private boolean isLoggedIn() {
        if (!isLoggedIn && hasSession.getAsBoolean()) {
            isLoggedIn = true;
        }
        return isLoggedIn;
    }
}
