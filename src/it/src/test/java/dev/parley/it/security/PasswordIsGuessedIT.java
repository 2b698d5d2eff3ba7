package dev.parley.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.StompParticipant;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.User;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import java.io.IOException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever knows a name tries passwords: its owner gets in all the same. */
@Tag(Once.TAG)
@OnSharedServer
class PasswordIsGuessedIT {

    /** By itself the server keeps out whoever has so many wrong ones. */
    private static final int ENOUGH = 12;

    private final ParleyServer server;
    private final User owner;

    PasswordIsGuessedIT(ParleyServer server) {
        this.server = server;
        this.owner = server.node(); // it has no call to make here: whatever becomes of it, others are not kept out
    }

    /** The broker remembers for a while what was wrong. */
    private User guess(int number) {
        return new User(owner.name(), owner.password() + number, owner.role());
    }

    @Test
    void overHttp() {
        for (int i = 0; i < ENOUGH; i++) {
            assertThat(status(guess(i))).isEqualTo(401);
        }

        assertThat(status(owner)).as("no participant, but known").isEqualTo(403);
        assertThat(server.logged("A login over HTTP was refused: " + owner.name() + ", from 127.0.0.1"))
                .isNotEmpty();
    }

    private int status(User user) {
        return new HttpParticipant(server, user).conversations().send().status();
    }

    @Test
    void overCore() {
        try (ActiveMQConnectionFactory factory = JmsParticipant.coreFactory(server)) {
            for (int i = 0; i < ENOUGH; i++) {
                User guess = guess(i);
                assertThatExceptionOfType(JMSSecurityRuntimeException.class)
                        .isThrownBy(() -> use(factory.createContext(guess.name(), guess.password())));
            }

            use(factory.createContext(owner.name(), owner.password()));
        }
        assertThat(server.logged("Username: " + owner.name() + ";")).isNotEmpty();
    }

    @Test
    void overAmqp() {
        var factory = new JmsConnectionFactory("amqp://127.0.0.1:" + server.messagingPort());
        for (int i = 0; i < ENOUGH; i++) {
            User guess = guess(i);
            assertThatExceptionOfType(JMSRuntimeException.class)
                    .isThrownBy(() -> use(factory.createContext(guess.name(), guess.password())));
        }

        use(factory.createContext(owner.name(), owner.password()));
    }

    @Test
    void overStomp() throws IOException {
        for (int i = 0; i < ENOUGH; i++) {
            User guess = guess(i);
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> new StompParticipant(server, guess).close())
                    .withMessageContaining("ERROR");
        }

        new StompParticipant(server, owner).close();
    }

    private static void use(JMSContext context) {
        try (context) {
            context.createProducer();
        }
    }
}
