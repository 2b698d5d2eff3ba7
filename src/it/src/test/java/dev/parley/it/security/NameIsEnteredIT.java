package dev.parley.it.security;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Pool;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSSecurityRuntimeException;
import org.junit.jupiter.api.Test;

/** An operator has entered the name of something as a provider: who comes first does not get the requests of others. */
@OnSharedServer
class NameIsEnteredIT {

    private final ParleyServer server;
    private final HttpParticipant alice;
    private final HttpParticipant bob;
    private final HttpParticipant olga;
    private final String operation = fresh("quote");

    NameIsEnteredIT(ParleyServer server) {
        this.server = server;
        alice = new HttpParticipant(server, server.alice());
        bob = new HttpParticipant(server, server.bob());
        olga = new HttpParticipant(server, server.olga());
    }

    private HttpAnswer enter(String provider) {
        return olga.operation(operation).put("{\"provider\":" + provider + "}").send();
    }

    private static void assertThatItIs(int status, HttpCall call) {
        HttpAnswer answer = call.send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }

    private static void assertThatItIsRefused(int status, String problem, HttpCall call) {
        HttpAnswer answer = call.send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:parley:fault:" + problem);
    }

    @Test
    void aMailboxIsForItsOwner() {
        Mailbox hers = alice.mailbox(fresh("quotes"));
        assertThat(enter(Json.object("mailbox", hers.name(), "owner", "alice")).status())
                .isEqualTo(201);

        assertThatItIsRefused(403, "name-reserved", hers.seenBy(bob).self().put("{}"));
        assertThatItIs(201, hers.self().put("{}"));
        assertThatItIsRefused(409, "still-entered", hers.self().delete());
        assertThatItIs(204, olga.operation(operation).delete());
        assertThatItIs(204, hers.self().delete());
    }

    @Test
    void aMailboxIsMadeByAnOperatorWhereNoOwnerIsEntered() {
        Mailbox hers = alice.mailbox(fresh("quotes"));
        enter(Json.object("mailbox", hers.name()));

        assertThatItIsRefused(403, "name-reserved", hers.self().put("{}"));
        assertThatItIs(201, hers.seenBy(olga).self().put(Json.object("owner", "alice")));
        assertThat(hers.view().path("owner").asText()).isEqualTo("alice");
    }

    @Test
    void aPoolIsForItsOwner() {
        Pool hers = alice.pool(fresh("couriers"));
        enter(Json.object("pool", hers.name(), "owner", "alice"));

        assertThatItIsRefused(403, "name-reserved", hers.seenBy(bob).self().put("{\"capacity\":1}"));
        assertThatItIs(201, hers.self().put("{\"capacity\":1}"));
        assertThatItIsRefused(409, "still-entered", hers.self().delete());
    }

    /** Bob has heard which name it is to be, and was there before it is entered. */
    @Test
    void whatIsSomebodyElsesIsNotEntered() {
        Mailbox his = bob.mailbox(fresh("quotes")).define();

        HttpAnswer refused = enter(Json.object("mailbox", his.name(), "owner", "alice"));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.json().path("type").asText()).isEqualTo("urn:parley:fault:owner-differs");
        assertThat(enter(Json.object("mailbox", his.name(), "owner", "bob")).status())
                .isEqualTo(201);
    }

    @Test
    void theOwnerIsShownToOperators() {
        enter(Json.object("mailbox", "x." + operation, "owner", "alice"));

        assertThat(olga.operation(operation)
                        .send()
                        .json()
                        .path("provider")
                        .path("owner")
                        .asText())
                .isEqualTo("alice");
        assertThat(bob.operation(operation).send().json().path("provider").has("owner"))
                .isFalse();
    }

    @Test
    void aQueueIsForItsOwner() {
        String queue = "provider." + fresh("couriers");
        try (var factory = JmsParticipant.coreFactory(server);
                JMSContext paul = factory.createContext(
                        server.paul().name(), server.paul().password())) {
            assertThatExceptionOfType(JMSSecurityRuntimeException.class)
                    .isThrownBy(() -> paul.createConsumer(paul.createQueue(queue)));

            enter(Json.object("queue", queue, "owner", "paul"));

            assertThatNoException().isThrownBy(() -> paul.createConsumer(paul.createQueue(queue))
                    .close());
            olga.operation(operation).delete().send();
            assertThatExceptionOfType(JMSSecurityRuntimeException.class)
                    .isThrownBy(() -> paul.createConsumer(paul.createQueue(queue)));
        }
    }
}
