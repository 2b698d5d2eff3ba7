package dev.parley.it.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxIsDefinedIT extends RelayTest {

    MailboxIsDefinedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void isTheCallersWithDefaults() {
        HttpAnswer made = mailbox.self().put("{}").send();

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        JsonNode view = mailbox.view();
        assertThat(view.path("name").asText()).isEqualTo(mailbox.name());
        assertThat(view.path("owner").asText()).isEqualTo("bob");
        assertThat(view.path("senders")).isEmpty();
        assertThat(view.path("lock").asText()).isEqualTo("PT30S");
        assertThat(view.path("maxDeliveries").asInt()).isEqualTo(10);
        assertThat(view.path("messages").asLong()).isEqualTo(1_000_000);
        assertThat(view.path("bytes").asLong()).isEqualTo(1L << 30);
        assertThat(view.path("ready").asInt(-1)).isZero();
        assertThat(view.path("locked").asInt(-1)).isZero();
        assertThat(view.path("delayed").asInt(-1)).isZero();
        assertThat(view.path("oldest").isMissingNode() || view.path("oldest").isNull())
                .isTrue();
    }

    /** What was read may be changed and written. */
    @Test
    void isChangedOnlyAsItWasSeen() {
        mailbox.define();
        HttpAnswer seen = mailbox.self().send();
        String tag = seen.header("ETag").orElseThrow();

        HttpAnswer changed =
                mailbox.self().put(seen.text()).header("If-Match", tag).send();
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);

        assertThatItIsRefused(
                412, "precondition-failed", mailbox.self().put("{}").header("If-Match", tag));
        assertThatItIsRefused(
                412, "precondition-failed", mailbox.self().put("{}").header("If-None-Match", "*"));
        assertThatItIsRefused(
                412, "precondition-failed", mailbox.self().delete().header("If-Match", tag));
    }

    @Test
    void isDeletedWhenItIsEmpty() {
        Mailbox hers = openToAlice();
        hers.send("1");

        assertThatItIsRefused(409, "mailbox-not-empty", mailbox.self().delete());
        mailbox.acknowledge(mailbox.next());

        assertThat(mailbox.self().delete().send().status()).isEqualTo(204);
        assertThatItIsRefused(404, "mailbox-unknown", mailbox.self());
        assertThatItIsRefused(404, "mailbox-unknown", hers.messages().body("{\"body\":1}"));
    }

    @Test
    void isDeletedWithWhatIsInIt() {
        openToAlice().send("1");

        assertThat(mailbox.self().delete().query("purge", "true").send().status())
                .isEqualTo(204);

        mailbox.define();
        assertThat(mailbox.receive(10)).isEmpty();
        assertThat(mailbox.view().path("ready").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lock\":\"PT0S\"}",
                "{\"lock\":\"P1D\"}",
                "{\"lock\":30}",
                "{\"timeToLive\":\"soon\"}",
                "{\"timeToLive\":\"-PT1S\"}",
                "{\"maxDeliveries\":0}",
                "{\"maxDeliveries\":1001}",
                "{\"messages\":-1}",
                "{\"bytes\":\"many\"}",
                "{\"senders\":\"alice\"}",
                "{\"senders\":[7]}",
                "{\"color\":\"red\"}",
            })
    void isRefused(String definition) {
        HttpAnswer refused =
                assertThatItIsRefused(400, "body-invalid", mailbox.self().put(definition));

        String field = definition.substring(2, definition.indexOf(':') - 1);
        assertThat(refused.json().path("errors").path(0).path("field").asText()).startsWith("/" + field);
        assertThat(refused.json().path("errors").path(0).path("expected").asText())
                .isNotBlank();
        assertThat(mailbox.self().send().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "null"})
    void isNoDefinition(String definition) {
        HttpAnswer refused = mailbox.self().put(definition).send();

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(mailbox.self().send().status()).isEqualTo(404);
    }
}
