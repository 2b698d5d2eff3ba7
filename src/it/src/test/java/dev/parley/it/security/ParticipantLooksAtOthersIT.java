package dev.parley.it.security;

import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mail;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Pool;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A participant sees of what is others' as much as it needs to use it, and holds nothing that is not for it. */
@OnSharedServer
class ParticipantLooksAtOthersIT {

    private final ParleyServer server;
    private final HttpParticipant alice;
    private final HttpParticipant bob;
    private final HttpParticipant olga;
    private final HttpParticipant petra;
    private final String operation = fresh("quote");
    /** The name of what serves the operation. */
    private final String name = fresh("couriers");

    ParticipantLooksAtOthersIT(ParleyServer server) {
        this.server = server;
        alice = new HttpParticipant(server, server.alice());
        bob = new HttpParticipant(server, server.bob());
        olga = new HttpParticipant(server, server.olga());
        petra = new HttpParticipant(server, server.petra());
    }

    @AfterEach
    void takeTheOperationOut() {
        olga.operation(operation).delete().send();
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue", "mailbox", "pool"})
    void anOperationDoesNotShowWhatServesIt(String kind) {
        enter(Json.object(kind, name));

        HttpAnswer shown = bob.operation(operation).send();

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json().path("provider")).isEqualTo(Json.parse("{\"outside\":true}"));
        for (String path : new String[] {"/operations", "/operations/" + operation, "/asyncapi", "/openapi"}) {
            HttpAnswer answer =
                    bob.call(server.http().resolve(ServerNames.API + path)).send();
            assertThat(answer.text()).as(path).contains(operation).doesNotContain(name);
        }
        assertThat(olga.operation(operation)
                        .send()
                        .json()
                        .path("provider")
                        .path(kind)
                        .asText())
                .isEqualTo(name);
    }

    @Test
    void aJournalDoesNotShowWhoWasAsked() {
        Mailbox quotes = petra.mailbox(name).define();
        enter(Json.object("mailbox", name));
        HttpAnswer accepted =
                alice.operation(operation).key(fresh("key")).body("{}").send();
        Mail asked = quotes.next();
        assertThat(quotes.at("locks/" + asked.lock() + "/reply")
                        .body(message("body", 12))
                        .send()
                        .status())
                .isEqualTo(201);
        alice.awaitFinal(accepted.location());

        String hers = alice.messages(accepted.conversationId()).send().text();

        assertThat(hers).contains("\"to\":\"provider\"").doesNotContain(name, "petra");
        assertThat(olga.messages(accepted.conversationId()).send().text()).contains("mailbox:" + name);
    }

    @Test
    void aPoolDoesNotShowWhoElseMayHoldIt() {
        Pool hers = alice.pool(name).define("capacity", 2, "holders", new String[] {"petra", "bob"});

        assertThat(holders(hers)).extracting(JsonNode::asText).containsExactly("petra", "bob");
        assertThat(holders(hers.seenBy(olga))).hasSize(2);
        assertThat(holders(hers.seenBy(bob))).extracting(JsonNode::asText).containsExactly("bob");
        hers.define("capacity", 2, "holders", new String[] {"petra"});
        assertThat(holders(hers.seenBy(bob))).isEmpty();
        assertThat(bob.pools().query("limit", "200").send().text()).doesNotContain("petra");
    }

    /** Alice has forgotten to say who may hold of her pool. */
    @Test
    void aPoolThatNamesNobodyIsForWhoRunsIt() {
        Pool hers = alice.pool(name);
        assertThat(hers.self().put("{\"capacity\":5}").send().status()).isEqualTo(201);

        HttpAnswer refused = hers.seenBy(bob).request().send();

        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(refused.json().path("type").asText()).isEqualTo("urn:parley:fault:holder-refused");
        assertThat(overJms().problem()).isEqualTo("urn:parley:fault:holder-refused");
        hers.hold();
        hers.seenBy(olga).hold();
        assertThat(hers.view().path("held").asInt()).isEqualTo(2);
    }

    @Test
    void aPoolIsForEverybodyWhereItSaysSo() {
        Pool hers = alice.pool(name).define("capacity", 5, "holders", new String[] {"*"});

        hers.seenBy(bob).hold();
        assertThat(overJms().kind()).isEqualTo("Reply");
        assertThat(holders(hers.seenBy(bob))).extracting(JsonNode::asText).containsExactly("*");
    }

    private Answer overJms() {
        try (JmsParticipant his = JmsParticipant.core(server, server.bob())) {
            his.sayOfResources(JmsRequest.to("request").property("Pool", name));
            return his.replies().next();
        }
    }

    private static JsonNode holders(Pool pool) {
        return pool.view().path("holders");
    }

    private void enter(String provider) {
        HttpAnswer entered = olga.operation(operation)
                .put("{\"provider\":" + provider + ",\"timeout\":\"PT10M\"}")
                .send();
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
    }
}
