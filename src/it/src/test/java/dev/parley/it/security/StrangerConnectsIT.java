package dev.parley.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.StompParticipant;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(Once.TAG)
@OnSharedServer
class StrangerConnectsIT {

    private final ParleyServer server;

    StrangerConnectsIT(ParleyServer server) {
        this.server = server;
    }

    @Test
    void isRefusedOverCoreWithoutAName() {
        try (var factory = JmsParticipant.coreFactory(server)) {
            assertThatExceptionOfType(JMSSecurityRuntimeException.class).isThrownBy(() -> use(factory.createContext()));
        }
    }

    @Test
    void isRefusedOverCoreWithAWrongPassword() {
        var alice = server.alice().withWrongPassword();
        try (var factory = JmsParticipant.coreFactory(server)) {
            assertThatExceptionOfType(JMSSecurityRuntimeException.class)
                    .isThrownBy(() -> use(factory.createContext(alice.name(), alice.password())));
        }
    }

    @Test
    void isRefusedOverAmqpWithoutAName() {
        var factory = new JmsConnectionFactory("amqp://127.0.0.1:" + server.messagingPort());

        assertThatExceptionOfType(JMSRuntimeException.class).isThrownBy(() -> use(factory.createContext()));
    }

    @Test
    void isRefusedOverStompWithAWrongPassword() {
        var alice = server.alice().withWrongPassword();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new StompParticipant(server, alice).close())
                .withMessageContaining("ERROR");
    }

    /** With the acceptors a WildFly comes with, the answer would be 101, and Core would be spoken from there. */
    @Test
    void isNotSwitchedToMessagingByTheHttpPort() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.httpPort())) {
            socket.setSoTimeout(10_000);
            String upgrade = String.join(
                    "\r\n",
                    "GET / HTTP/1.1",
                    "Host: localhost",
                    "Upgrade: activemq-remoting",
                    "Connection: Upgrade",
                    "Sec-ActiveMQRemoting-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "activemq.endpoint: http-acceptor",
                    "",
                    "");
            socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));

            String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(line).startsWith("HTTP/1.1 ").isNotEqualTo("HTTP/1.1 101");
        }
    }

    private static void use(JMSContext context) {
        try (context) {
            context.createTemporaryQueue();
        }
    }
}
