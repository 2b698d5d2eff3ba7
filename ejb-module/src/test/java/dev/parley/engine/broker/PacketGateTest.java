package dev.parley.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketGateTest {

    /** What a client sends that works. */
    private static final List<Byte> OF_CLIENTS = List.of(
            PacketImpl.SESS_START,
            PacketImpl.SESS_SEND,
            PacketImpl.SESS_SEND_LARGE,
            PacketImpl.SESS_SEND_CONTINUATION,
            PacketImpl.SESS_CREATECONSUMER,
            PacketImpl.SESS_FLOWTOKEN,
            PacketImpl.SESS_ACKNOWLEDGE,
            PacketImpl.SESS_INDIVIDUAL_ACKNOWLEDGE,
            PacketImpl.SESS_COMMIT,
            PacketImpl.SESS_ROLLBACK,
            PacketImpl.SESS_XA_PREPARE,
            PacketImpl.SESS_XA_FAILED,
            PacketImpl.SESS_XA_SET_TIMEOUT,
            PacketImpl.SESS_QUEUEQUERY,
            PacketImpl.SESS_BINDINGQUERY,
            PacketImpl.SESS_PRODUCER_REQUEST_CREDITS,
            PacketImpl.SESS_UNIQUE_ADD_METADATA,
            PacketImpl.CREATE_QUEUE_V2,
            PacketImpl.CREATE_SHARED_QUEUE_V2,
            PacketImpl.CREATE_ADDRESS,
            PacketImpl.CREATE_PRODUCER,
            PacketImpl.REMOVE_PRODUCER,
            PacketImpl.DELETE_QUEUE,
            PacketImpl.PACKETS_CONFIRMED,
            PacketImpl.SESS_CLOSE);

    /** What brokers say to each other. */
    private static final List<Byte> OF_BROKERS = List.of(
            PacketImpl.FEDERATION_DOWNSTREAM_CONNECT,
            PacketImpl.CLUSTER_CONNECT,
            PacketImpl.NODE_ANNOUNCE,
            PacketImpl.BACKUP_REGISTRATION,
            PacketImpl.BACKUP_REQUEST,
            PacketImpl.QUORUM_VOTE,
            PacketImpl.SCALEDOWN_ANNOUNCEMENT,
            PacketImpl.REPLICATION_APPEND,
            PacketImpl.REPLICATION_SYNC_FILE,
            PacketImpl.REPLICATION_START_FINISH_SYNC,
            PacketImpl.REPLICATION_SCHEDULED_FAILOVER,
            PacketImpl.REPLICATION_RESPONSE_V2);

    private static List<Integer> allowed(PacketGate gate, long channel) {
        List<Integer> types = new ArrayList<>();
        for (int type = Byte.MIN_VALUE; type <= Byte.MAX_VALUE; type++) {
            if (gate.allows((byte) type, channel)) {
                types.add(type);
            }
        }
        return types;
    }

    @Test
    void onlyWhatLogsInIsReadBeforeSomebodyHas() {
        PacketGate gate = new PacketGate(() -> false);
        assertThat(allowed(gate, 0)).containsExactlyInAnyOrder(10, 112, 113);
        assertThat(allowed(gate, 1)).containsExactlyInAnyOrder(30, -18, 32, -4, 22);
        for (long channel : new long[] {Long.MIN_VALUE, -1, 2, 3, 4, 9, 10, 11, Long.MAX_VALUE}) {
            assertThat(allowed(gate, channel)).as("channel " + channel).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 9, 10, 1000})
    void nothingIsReadThatBrokersSayToEachOtherWhoeverHasLoggedIn(long channel) {
        PacketGate gate = new PacketGate(() -> false);
        gate.loggedIn();
        OF_BROKERS.forEach(type ->
                assertThat(gate.allows(type, channel)).as("type " + type).isFalse());
    }

    @Test
    void whoeverHasLoggedInDoesWhatClientsDo() {
        PacketGate gate = new PacketGate(() -> false);
        gate.loggedIn();
        OF_CLIENTS.forEach(
                type -> assertThat(gate.allows(type, 10)).as("type " + type).isTrue());
    }

    /** It asks nobody who he is there. */
    @Test
    void noQueueIsMadeBesideASession() {
        PacketGate gate = new PacketGate(() -> true);
        gate.loggedIn();
        assertThat(gate.allows(PacketImpl.CREATE_QUEUE, 1)).isFalse();
    }

    @Test
    void aSessionMayHaveCome() {
        AtomicBoolean hasSession = new AtomicBoolean();
        PacketGate gate = new PacketGate(hasSession::get);
        assertThat(gate.allows(PacketImpl.SESS_SEND, 10)).isFalse();
        hasSession.set(true);
        assertThat(gate.allows(PacketImpl.SESS_SEND, 10)).isTrue();
    }
}
