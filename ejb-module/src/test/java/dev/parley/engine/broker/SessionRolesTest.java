package dev.parley.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which roles a sender has is asked of the broker's security, only of those that matter, and not for each message. */
class SessionRolesTest {

    private static final class Session implements SecurityAuth {
        @Override
        public String getUsername() {
            return "olga";
        }

        @Override
        public String getPassword() {
            return "secret";
        }

        @Override
        public RemotingConnection getRemotingConnection() {
            return null;
        }

        @Override
        public String getSecurityDomain() {
            return null;
        }
    }

    private final Set<String> has = new HashSet<>(Set.of("operator", "approver", "guest"));
    private final List<String> asked = new ArrayList<>();
    private long now;
    private final SessionRoles roles = new SessionRoles(
            (session, role) -> {
                asked.add(role);
                return has.contains(role);
            },
            () -> now);
    private final Session session = new Session();

    @AfterEach
    void askNobody() {
        RolesThatMatter.askNobody();
    }

    @Test
    void thoseThatMatterAreAskedFor() {
        RolesThatMatter.ask(operation -> operation.equals("order.approved") ? Set.of("approver", "boss") : Set.of());
        assertThat(roles.of(session, "order.approved")).isEqualTo("approver");
        assertThat(roles.of(session, "order.paid")).isEmpty();
        assertThat(asked).containsExactlyInAnyOrder("approver", "boss");
    }

    @Test
    void whatIsKnownIsBelievedForAMomentAndNoLonger() {
        RolesThatMatter.ask(operation -> Set.of("operator"));
        roles.of(session, "parley.command");
        has.remove("operator");
        now += 4_000_000_000L;
        assertThat(roles.of(session, "parley.command")).isEqualTo("operator");
        now += 2_000_000_000L;
        assertThat(roles.of(session, "parley.command")).as("it was taken away").isEmpty();
        assertThat(asked).hasSize(2);
    }

    @Test
    void anotherSessionIsAnotherUsers() {
        RolesThatMatter.ask(operation -> Set.of("operator"));
        roles.of(session, "parley.command");
        has.clear();
        assertThat(roles.of(new Session(), "parley.command")).isEmpty();
    }

    @Test
    void aMessageHasNoneWhileNobodyCanSayWhatMatters() {
        RolesThatMatter.ask(operation -> {
            throw new IllegalStateException("the database is away");
        });
        assertThat(roles.of(session, "order.approved")).isEmpty();

        RolesThatMatter.ask(operation -> Set.of("approver"));
        assertThat(roles.of(session, "order.approved"))
                .as("that is not believed")
                .isEqualTo("approver");
    }

    @Test
    void commandsGoByAKnownRoleWhileParleyStarts() {
        assertThat(roles.of(session, "parley.command")).isEqualTo("operator");
        assertThat(roles.of(session, "order.approved")).isEmpty();
    }
}
