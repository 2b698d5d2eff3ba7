package dev.parley.it.renewal;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Pool;
import dev.parley.it.server.ParleyServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoolIsDefinedIT extends RenewalTest {

    PoolIsDefinedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void isTheCallersWithDefaults() {
        HttpAnswer made = pool.self().put("{\"capacity\":5}").send();

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.location()).isEqualTo(pool.uri());
        assertThat(made.header("ETag")).isPresent();
        JsonNode view = pool.view();
        assertThat(made.json()).isEqualTo(view);
        assertThat(view.path("name").asText()).isEqualTo(pool.name());
        assertThat(view.path("owner").asText()).isEqualTo("alice");
        assertThat(view.path("capacity").asInt()).isEqualTo(5);
        assertThat(view.path("pingEvery").asText()).isEqualTo("PT15M");
        assertThat(view.path("pingTimeout").asText()).isEqualTo("PT30S");
        assertThat(view.path("pingAttempts").asInt()).isEqualTo(3);
        assertThat(view.path("pressure").asDouble()).isEqualTo(0.9);
        assertThat(view.has("maxLifetime")).isFalse();
        assertThat(view.path("lease").asBoolean(true)).isFalse();
        assertThat(view.path("held").asInt(-1)).isZero();
        assertThat(view.path("free").asInt(-1)).isEqualTo(5);
        assertThat(view.path("waiting").asInt(-1)).isZero();
        assertThat(view.path("underPressure").asBoolean(true)).isFalse();
    }

    @Test
    void isAsItWasWritten() {
        pool.define(
                "capacity",
                7,
                "pingEvery",
                "PT2H",
                "pingTimeout",
                "PT5M",
                "pingAttempts",
                4,
                "pressure",
                0.5,
                "maxLifetime",
                "P3D",
                "lease",
                true);

        JsonNode view = pool.seenBy(bob).view();

        assertThat(view.path("capacity").asInt()).isEqualTo(7);
        assertThat(view.path("pingEvery").asText()).isEqualTo("PT2H");
        assertThat(view.path("pingTimeout").asText()).isEqualTo("PT5M");
        assertThat(view.path("pingAttempts").asInt()).isEqualTo(4);
        assertThat(view.path("pressure").asDouble()).isEqualTo(0.5);
        assertThat(view.path("maxLifetime").asText()).isIn("P3D", "PT72H");
        assertThat(view.path("lease").asBoolean()).isTrue();
    }

    /** What was read may be changed and written. */
    @Test
    void isChangedOnlyAsItWasSeen() {
        pool.define("capacity", 5);
        HttpAnswer seen = pool.self().send();
        String tag = seen.header("ETag").orElseThrow();

        HttpAnswer changed =
                pool.self().put(seen.text()).header("If-Match", tag).send();
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.header("ETag").orElseThrow()).isNotEqualTo(tag);

        assertThatItIsRefused(
                412, "precondition-failed", pool.self().put("{\"capacity\":6}").header("If-Match", tag));
        assertThatItIsRefused(
                412, "precondition-failed", pool.self().put("{\"capacity\":6}").header("If-None-Match", "*"));
        assertThatItIsRefused(412, "precondition-failed", pool.self().delete().header("If-Match", tag));
        assertThat(pool.view().path("capacity").asInt()).isEqualTo(5);
    }

    @Test
    void isChangedByWhoeverDefinedItAndByAnOperator() {
        pool.define("capacity", 5);

        assertThatItIsRefused(403, "pool-not-yours", pool.seenBy(bob).self().put("{\"capacity\":6}"));
        assertThatItIsRefused(403, "pool-not-yours", pool.seenBy(bob).self().delete());
        pool.seenBy(olga).define("capacity", 7);

        JsonNode view = pool.seenBy(bob).view();
        assertThat(view.path("capacity").asInt()).isEqualTo(7);
        assertThat(view.path("owner").asText()).isEqualTo("alice");
        assertThat(view.path("updatedBy").asText()).isEqualTo("olga");
    }

    /** A lower capacity takes nothing away, a higher one lets in who waits. */
    @Test
    void isMadeSmallerAndLarger() {
        quiet(2);
        pool.hold();
        pool.hold();
        quiet(1);
        assertThatCounts(2, 0);
        assertThat(pool.view().path("free").asInt(-1)).isZero();
        String waiting =
                pool.request("wait", LONG).send().json().path("grantId").asText();
        assertThat(pool.view(waiting).path("status").asText()).isEqualTo("WAITING");

        quiet(3);

        awaitHeld(pool, waiting);
        assertThatCounts(3, 0);
    }

    @Test
    void isListedByName() {
        List<String> names = new ArrayList<>();
        for (String each : List.of("a", "b", "c")) {
            names.add(alice.pool(pool.name() + "-" + each).define("capacity", 1).name());
        }

        List<String> listed = new ArrayList<>();
        String after = pool.name();
        for (int i = 0; i < 3; i++) {
            HttpAnswer page =
                    bob.pools().query("limit", "1").query("after", after).send();
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            assertThat(page.json().path("pools")).hasSize(1);
            listed.add(page.json().path("pools").path(0).path("name").asText());
            after = page.json().path("next").asText(listed.get(i));
        }

        assertThat(listed).containsExactlyElementsOf(names);
    }

    @Test
    void isListedToTheLastPage() {
        pool.define("capacity", 1);
        List<String> listed = new ArrayList<>();
        HttpCall call = alice.pools().query("limit", "200");
        while (call != null) {
            HttpAnswer page = call.send();
            page.json()
                    .path("pools")
                    .forEach(each -> listed.add(each.path("name").asText()));
            String next = page.json().path("next").asText("");
            assertThat(page.header("Link").isPresent()).isEqualTo(!next.isEmpty());
            call = next.isEmpty() ? null : alice.pools().query("limit", "200").query("after", next);
        }

        assertThat(listed).contains(pool.name()).doesNotHaveDuplicates();
        assertThatItIsRefused(400, "parameter-invalid", alice.pools().query("limit", "0"));
        assertThatItIsRefused(400, "parameter-invalid", alice.pools().query("after", "a b"));
    }

    @Test
    void isDeletedWhenNobodyHoldsAnythingOfIt() {
        quiet(1);
        String held = pool.seenBy(bob).hold().path("grantId").asText();

        assertThatItIsRefused(409, "pool-in-use", pool.self().delete());
        pool.seenBy(bob).release(held);

        assertThat(pool.self().delete().send().status()).isEqualTo(204);
        assertThatItIsRefused(404, "pool-unknown", pool.self());
        assertThatItIsRefused(404, "pool-unknown", pool.self().delete());
        assertThatItIsRefused(404, "pool-unknown", pool.request());
        assertThatItIsRefused(404, "pool-unknown", pool.grants());
        assertThatItIsRefused(404, "pool-unknown", pool.grant(held));
    }

    /** Whoever guards a resource by the token must not see an old one again. */
    @Test
    void goesOnWithGreaterTokensWhenItIsDefinedAgain() {
        quiet(1);
        JsonNode before = pool.hold();
        pool.release(before.path("grantId").asText());
        assertThat(pool.self().delete().send().status()).isEqualTo(204);

        quiet(1);

        JsonNode after = pool.hold();
        assertThat(after.path("fencingToken").asLong())
                .isGreaterThan(before.path("fencingToken").asLong());
        assertThat(after.path("reference").asText())
                .isNotEqualTo(before.path("reference").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /capacity",
                "{\"capacity\":0} | /capacity",
                "{\"capacity\":-1} | /capacity",
                "{\"capacity\":1.5} | /capacity",
                "{\"capacity\":10000001} | /capacity",
                "{\"capacity\":99999999999999999999} | /capacity",
                "{\"capacity\":\"5\"} | /capacity",
                "{\"capacity\":null} | /capacity",
                "{\"capacity\":1,\"pingEvery\":\"PT0S\"} | /pingEvery",
                "{\"capacity\":1,\"pingEvery\":\"P367D\"} | /pingEvery",
                "{\"capacity\":1,\"pingEvery\":30} | /pingEvery",
                "{\"capacity\":1,\"pingTimeout\":\"-PT1S\"} | /pingTimeout",
                "{\"capacity\":1,\"pingTimeout\":\"soon\"} | /pingTimeout",
                "{\"capacity\":1,\"pingAttempts\":0} | /pingAttempts",
                "{\"capacity\":1,\"pingAttempts\":101} | /pingAttempts",
                "{\"capacity\":1,\"pressure\":0} | /pressure",
                "{\"capacity\":1,\"pressure\":1.01} | /pressure",
                "{\"capacity\":1,\"pressure\":\"0.5\"} | /pressure",
                "{\"capacity\":1,\"maxLifetime\":\"PT0S\"} | /maxLifetime",
                "{\"capacity\":1,\"lease\":\"true\"} | /lease",
                "{\"capacity\":1,\"color\":\"red\"} | /color",
            })
    void isRefused(String definition, String field) {
        HttpAnswer refused =
                assertThatItIsRefused(400, "body-invalid", pool.self().put(definition));

        assertThat(refused.json().path("errors").path(0).path("field").asText()).isEqualTo(field);
        assertThat(refused.json().path("errors").path(0).path("expected").asText())
                .isNotBlank();
        assertThat(pool.self().send().status()).isEqualTo(404);
    }

    @Test
    void isRefusedForAllThatIsWrongAtOnce() {
        HttpAnswer refused = assertThatItIsRefused(
                400,
                "body-invalid",
                pool.self().put("{\"capacity\":0,\"pressure\":2,\"pingEvery\":\"x\",\"color\":1}"));

        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("/capacity", "/pressure", "/pingEvery", "/color");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "null", "{\"capacity\":1,\"capacity\":2}", "{\"capacity\":1} x"})
    void isNoDefinition(String definition) {
        HttpAnswer refused = pool.self().put(definition).send();

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(pool.self().send().status()).isEqualTo(404);
    }

    @Test
    void isOfAnotherMediaTypeOrTooBig() {
        assertThat(pool.self()
                        .header("Content-Type", "application/xml")
                        .put("<pool/>")
                        .send()
                        .status())
                .isEqualTo(415);
        assertThat(pool.self()
                        .put(" ".repeat(17_000) + "{\"capacity\":1}")
                        .send()
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "%C3%A4", "a%00b", "a%2Fb", "%2E%2E", "a'b", "a%25b", "*"})
    void hasAnOddName(String name) {
        Pool odd = alice.pool(name);

        for (HttpCall call : List.of(odd.self().put("{\"capacity\":1}"), odd.self(), odd.grants(), odd.request())) {
            HttpAnswer refused = call.send();
            assertThat(refused.status()).as(refused.toString()).isIn(400, 404, 405);
            assertThat(refused.text()).doesNotContain("Exception");
        }
    }

    @Test
    void hasALongName() {
        assertThatItIsRefused(
                400, "name-invalid", alice.pool("n".repeat(101)).self().put("{\"capacity\":1}"));

        Pool longest = alice.pool((fresh("n") + "n".repeat(100)).substring(0, 100));
        longest.define("capacity", 1);
        assertThat(longest.hold().path("reference").asText()).startsWith(longest.name());
    }

    @Test
    void isNotForEverybody() {
        pool.define("capacity", 1);
        Pool nobodys = pool.seenBy(HttpParticipant.anonymous(server));
        Pool providers = pool.seenBy(new HttpParticipant(server, server.paul()));

        assertThat(nobodys.self().send().status()).isEqualTo(401);
        assertThat(nobodys.request().send().status()).isEqualTo(401);
        assertThat(providers.request().send().status()).isEqualTo(403);
    }
}
