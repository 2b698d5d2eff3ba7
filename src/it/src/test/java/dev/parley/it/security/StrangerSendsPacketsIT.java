package dev.parley.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.JmsParticipant;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Queue;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.core.client.impl.ClientSessionInternal;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.ReattachSessionMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSContext;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has not logged in is read no further than logging in needs. */
@Tag(Once.TAG)
@OnSharedServer
class StrangerSendsPacketsIT {

    private final ParleyServer server;

    StrangerSendsPacketsIT(ParleyServer server) {
        this.server = server;
    }

    /** A federation that has the broker connect elsewhere, a queue, a cluster, a backup, a vote; a message. */
    @ParameterizedTest
    @CsvSource({"-16, 0", "34, 1", "125, 3", "115, 2", "127, 2", "-2, 3", "-6, 3", "71, 10", "-12, 10"})
    void isCutOff(int type, long channel) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(packet(type, channel));

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            String line = "sends packets of type " + type + " on channel " + channel;
            await(line).atMost(Duration.ofSeconds(10)).until(() -> !server.logged(line)
                    .isEmpty());
        }
    }

    /** All of it at once: of who is still writing when it is cut off, nobody can say what it reads. */
    private static byte[] packet(int type, long channel) {
        byte[] greeting = "ARTEMIS".getBytes(StandardCharsets.US_ASCII);
        int length = Byte.BYTES + Long.BYTES + Integer.BYTES;
        return ByteBuffer.allocate(greeting.length + Integer.BYTES + length)
                .put(greeting)
                .putInt(length)
                .put((byte) type)
                .putLong(channel)
                .putInt(0)
                .array();
    }

    /** Nor ends it: its name is no secret that keeps anybody out (CVE-2026-57967). */
    @Test
    void takesOverNobodysSession() throws Exception {
        try (var factory = JmsParticipant.coreFactory(server)) {
            factory.setConfirmationWindowSize(1024 * 1024);
            try (JMSContext alice =
                    factory.createContext(server.alice().name(), server.alice().password())) {
                Queue own = alice.createTemporaryQueue();
                ClientSessionInternal session = (ClientSessionInternal)
                        ((ActiveMQSession) ((ActiveMQJMSContext) alice).getUsedSession()).getCoreSession();

                assertThat(reattach(session.getName())).isFalse();

                assertThat(alice.createTemporaryQueue()).as("still hers").isNotEqualTo(own);
                assertThat(alice.createConsumer(own).receiveNoWait()).isNull();
            }
        }
    }

    private boolean reattach(String session) throws IOException {
        ReattachSessionMessage packet = new ReattachSessionMessage(session, -1);
        packet.setChannelID(1);
        ActiveMQBuffer encoded = packet.encode(null);
        byte[] bytes = new byte[encoded.readableBytes()];
        encoded.readBytes(bytes);
        try (Socket socket = connect()) {
            socket.getOutputStream().write("ARTEMIS".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);

            DataInputStream answer = new DataInputStream(socket.getInputStream());
            answer.readInt();
            assertThat(answer.readByte()).isEqualTo(PacketImpl.REATTACH_SESSION_RESP);
            assertThat(answer.readLong()).isEqualTo(1);
            answer.readInt();
            return answer.readBoolean();
        }
    }

    @Test
    void isNotOfferedToBeAnonymous() throws IOException {
        try (Socket socket = connect()) {
            byte[] sasl = {'A', 'M', 'Q', 'P', 3, 1, 0, 0};
            socket.getOutputStream().write(sasl);

            assertThat(socket.getInputStream().readNBytes(sasl.length)).isEqualTo(sasl);
            int length = socket.getInputStream().readNBytes(Integer.BYTES)[3];
            String frame =
                    new String(socket.getInputStream().readNBytes(length - Integer.BYTES), StandardCharsets.US_ASCII);
            assertThat(frame).contains("PLAIN").doesNotContain("ANONYMOUS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEND", "SUBSCRIBE", "ACK", "BEGIN", "DISCONNECT"})
    void isToldToConnectFirst(String command) throws IOException {
        try (Socket socket = connect()) {
            String frame = command + "\ndestination:jms.queue.parley.requests\n\n{}\0";
            socket.getOutputStream().write(frame.getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("ERROR\n").contains("CONNECT");
        }
    }

    @Test
    void isNotTheUserOfClusters() {
        try (var factory = JmsParticipant.coreFactory(server)) {
            assertThatExceptionOfType(JMSSecurityRuntimeException.class)
                    .isThrownBy(() -> factory.createContext("ACTIVEMQ.CLUSTER.ADMIN.USER", server.clusterPassword())
                            .createTemporaryQueue());
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.messagingPort());
        socket.setSoTimeout(10_000);
        return socket;
    }
}
