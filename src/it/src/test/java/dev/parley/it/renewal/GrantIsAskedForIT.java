package dev.parley.it.renewal;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.Mailbox;
import dev.parley.it.client.Pool;
import dev.parley.it.server.ParleyServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over HTTP. */
class GrantIsAskedForIT extends RenewalTest {

    GrantIsAskedForIT(ParleyServer server) {
        super(server);
    }

    @Test
    void isHeldWhenSomethingIsFree() {
        quiet(2);
        Pool bobs = pool.seenBy(bob);

        HttpAnswer answer = bobs.request("pingTo", "none").send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        JsonNode grant = answer.json();
        String id = grant.path("grantId").asText();
        assertThat(answer.location()).isEqualTo(bobs.grant(id).send().response().uri());
        assertThat(grant.path("pool").asText()).isEqualTo(pool.name());
        assertThat(grant.path("holder").asText()).isEqualTo("user:bob");
        assertThat(grant.path("pingTo").asText()).isEqualTo("none");
        assertThat(grant.path("status").asText()).isEqualTo("HELD");
        assertThat(grant.path("reference").asText()).isNotBlank();
        assertThat(grant.path("fencingToken").asLong()).isPositive();
        assertThat(Instant.parse(grant.path("nextPingAt").asText()))
                .isAfter(Instant.parse(grant.path("grantedAt").asText()));
        assertThat(grant.path("nextPingIn").asText()).startsWith("PT");
        assertThat(bobs.view(id).path("status").asText()).isEqualTo("HELD");
        assertThatCounts(1, 0);
        assertThat(pool.view().path("free").asInt()).isEqualTo(1);
    }

    @Test
    void needsNoBody() {
        quiet(3);

        assertThat(pool.grants().post().send().status()).isEqualTo(201);
        assertThat(pool.grants().body("").send().status()).isEqualTo(201);
        assertThat(pool.grants().body("{}").send().status()).isEqualTo(201);
        assertThatCounts(3, 0);
    }

    @Test
    void isRefusedWhenNothingIsFree() {
        quiet(1);
        pool.seenBy(bob).hold();

        HttpAnswer refused = assertThatItIsRefused(409, "pool-exhausted", pool.request());

        assertThat(Integer.parseInt(refused.header("Retry-After").orElse("0"))).isPositive();
        assertThatItIsRefused(409, "pool-exhausted", pool.request("wait", "PT0S"));
        assertThatCounts(1, 0);
        // Whoever holds it is asked, as somebody wants it.
        awaitPing(
                pool,
                pool.grants()
                        .send()
                        .json()
                        .path("grants")
                        .path(0)
                        .path("grantId")
                        .asText());
    }

    @Test
    void waitsAndIsHeldInTheOrderOfArrival() {
        quiet(1);
        JsonNode first = pool.seenBy(bob).hold();
        String second = assertThatItWaits(pool);
        String third = assertThatItWaits(pool.seenBy(bob));
        assertThatCounts(1, 2);

        pool.seenBy(bob).release(first.path("grantId").asText());

        JsonNode secondHeld = awaitHeld(pool, second);
        assertThat(pool.view(third).path("status").asText()).isEqualTo("WAITING");
        assertThatCounts(1, 1);
        pool.release(second);
        JsonNode thirdHeld = awaitHeld(pool, third);
        assertThatCounts(1, 0);
        assertThat(List.of(first, secondHeld, thirdHeld))
                .extracting(grant -> grant.path("fencingToken").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static String assertThatItWaits(Pool of) {
        HttpAnswer answer = of.request("wait", "PT30M").send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        JsonNode grant = answer.json();
        assertThat(grant.path("status").asText()).isEqualTo("WAITING");
        assertThat(grant.has("fencingToken")).isFalse();
        assertThat(Instant.parse(grant.path("waitsUntil").asText()))
                .isAfter(Instant.parse(grant.path("askedAt").asText()));
        String id = grant.path("grantId").asText();
        assertThat(answer.location().getPath()).endsWith("/grants/" + id);
        return id;
    }

    @Test
    void waitsNoLongerThanItSaid() {
        quiet(1);
        pool.hold();
        String id = pool.request("wait", "PT1S").send().json().path("grantId").asText();

        JsonNode ended = awaitEnd(pool, id);

        assertThat(ended.path("type").asText()).isEqualTo("urn:parley:fault:grant-ended");
        assertThat(ended.path("ended").asText()).isEqualTo("WAITED");
        assertThatCounts(1, 0);
        assertThatItIsRefused(410, "grant-ended", pool.grant(id).delete());
    }

    @Test
    void waitsNoLongerThanItWants() {
        quiet(1);
        String held = pool.hold().path("grantId").asText();
        String gone = assertThatItWaits(pool);
        String next = assertThatItWaits(pool);

        assertThatItIsRefused(409, "grant-waiting", pool.answer(gone, "confirm", gone + ".x"));
        pool.release(gone);
        pool.release(held);

        awaitHeld(pool, next);
        assertThatCounts(1, 0);
        pool.release(gone);
        assertThatCounts(1, 0);
    }

    @Test
    void isOneGrantHoweverOftenItIsRepeated() {
        quiet(2);
        String key = fresh("key");
        HttpAnswer first = pool.request().key(key).send();

        HttpAnswer again = pool.request().key(key).send();

        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.json().path("grantId")).isEqualTo(first.json().path("grantId"));
        assertThat(again.location()).isEqualTo(first.location());
        assertThatItIsRefused(
                422,
                "idempotency-key-reused",
                pool.request("pingTo", "queue:" + freshReplyQueue("alice")).key(key));
        // Somebody else's key is another one.
        assertThat(pool.seenBy(bob).request().key(key).send().json().path("grantId"))
                .isNotEqualTo(first.json().path("grantId"));
        assertThatCounts(2, 0);
        pool.release(first.json().path("grantId").asText());
        assertThatItIsRefused(410, "grant-ended", pool.request().key(key));
    }

    @Test
    void isTheSameGrantWhenItWasRepeatedWhileItWaited() {
        quiet(1);
        String held = pool.hold().path("grantId").asText();
        HttpCall request = pool.request("wait", LONG).key(fresh("key"));
        String id = request.send().json().path("grantId").asText();

        HttpAnswer waiting = request.send();
        pool.release(held);
        awaitHeld(pool, id);
        HttpAnswer granted = request.send();

        assertThat(waiting.status()).isEqualTo(202);
        assertThat(waiting.json().path("grantId").asText()).isEqualTo(id);
        assertThat(granted.status()).isEqualTo(201);
        assertThat(granted.json().path("grantId").asText()).isEqualTo(id);
        assertThatCounts(1, 0);
    }

    /** Many at once share transactions: none gets more than there is. */
    @Test
    void isAskedForByManyAtOnce() {
        quiet(10);

        var answers =
                java.util.stream.IntStream.range(0, 40)
                        .mapToObj(i -> pool.request().sendLater())
                        .toList()
                        .stream()
                        .map(java.util.concurrent.CompletableFuture::join)
                        .toList();

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(10);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(30);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.json().path("fencingToken").asLong()))
                .doesNotHaveDuplicates();
        assertThatCounts(10, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue:parley.work",
                "queue:parley.dead",
                "queue:jms.queue.parley.dead",
                "queue:orders",
                "operation:x"
            })
    void isToldWhereItMayNotBe(String address) {
        quiet(1);

        assertThatItIsRefused(400, "address-refused", pool.request("pingTo", address));
        assertThatCounts(0, 0);
    }

    @Test
    void isToldInAMailboxThatOneMaySendTo() {
        quiet(1);
        Mailbox bobs = bob.mailbox(fresh("mail")).define();

        assertThatItIsRefused(400, "address-refused", pool.request("pingTo", "mailbox:" + bobs.name()));
        assertThatItIsRefused(400, "address-refused", pool.request("pingTo", "mailbox:" + fresh("none")));
        bobs.define("senders", new String[] {"alice"});
        pool.hold("pingTo", "mailbox:" + bobs.name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pingTo\":\"nowhere\"} | /pingTo",
                "{\"pingTo\":7} | /pingTo",
                "{\"wait\":\"-PT1S\"} | /wait",
                "{\"wait\":\"soon\"} | /wait",
                "{\"wait\":30} | /wait",
                "{\"wait\":\"P32D\"} | /wait",
                "{\"wait\":\"P99999999999D\"} | /wait",
                "{\"wait\":\"PT99999999999999999999S\"} | /wait",
                "{\"wait\":\"P1Y\"} | /wait",
                "{\"color\":\"red\"} | /color",
                "[] | ''",
                "7 | ''",
            })
    void isNotWhatWasExpected(String body, String field) {
        quiet(1);

        HttpAnswer refused =
                assertThatItIsRefused(400, "body-invalid", pool.grants().body(body));

        assertThat(refused.json().path("errors").path(0).path("field").asText()).isEqualTo(field);
        assertThatCounts(0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "wait=1", "{}{}", "{\"wait\":\"PT1S\",\"wait\":\"PT2S\"}"})
    void isNotJson(String body) {
        quiet(1);

        HttpAnswer refused = pool.grants().body(body).send();

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThatCounts(0, 0);
    }

    @Test
    void isTooBigOrOfAnotherMediaType() {
        quiet(1);

        assertThat(pool.grants().body("{}" + " ".repeat(17_000)).send().status())
                .isEqualTo(413);
        assertThat(pool.grants()
                        .header("Content-Type", "application/xml")
                        .body("<grant/>")
                        .send()
                        .status())
                .isEqualTo(415);
        assertThatCounts(0, 0);
    }

    @Test
    void isOfAPoolThatIsNotThere() {
        String id = java.util.UUID.randomUUID().toString();

        assertThatItIsRefused(404, "pool-unknown", pool.request());
        assertThatItIsRefused(404, "pool-unknown", pool.request("wait", LONG));
        assertThatItIsRefused(404, "pool-unknown", pool.grants());
        assertThatItIsRefused(404, "pool-unknown", pool.grant(id));
    }

    @Test
    void isSomebodyElses() {
        quiet(1);
        JsonNode grant = pool.hold();
        Pool bobs = pool.seenBy(bob);
        String id = grant.path("grantId").asText();

        assertThatNobodyIsThere(bobs, id);
        assertThat(bobs.grants().send().json().path("grants")).isEmpty();
        assertThat(bobs.grants().query("holder", "user:alice").send().json().path("grants"))
                .isEmpty();
        assertThat(pool.view(id).path("status").asText()).isEqualTo("HELD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "x", "%00", "a%2Fb", "a'b", "..%2F"})
    void isNoGrant(String id) {
        quiet(1);

        for (HttpCall call : calls(pool, id)) {
            HttpAnswer refused = call.send();
            assertThat(refused.status()).as(refused.toString()).isIn(400, 404, 405);
            assertThat(refused.text()).doesNotContain("Exception");
        }
    }

    @Test
    void isOfAnotherPool() {
        quiet(1);
        String id = pool.hold().path("grantId").asText();
        Pool other = alice.pool(fresh("other")).define("capacity", 1);

        assertThatNobodyIsThere(other, id);
        assertThat(pool.view(id).path("status").asText()).isEqualTo("HELD");
    }

    private static void assertThatNobodyIsThere(Pool of, String id) {
        calls(of, id).forEach(call -> assertThatItIsRefused(404, "grant-unknown", call));
    }

    private static List<HttpCall> calls(Pool of, String id) {
        return List.of(
                of.grant(id),
                of.answer(id, "confirm", id + ".x"),
                of.answer(id, "decline", id + ".x"),
                of.grant(id, "renew"),
                of.grant(id).delete());
    }

    @Test
    void isTakenAwayByAnOperator() {
        quiet(1);
        String queue = freshReplyQueue("bob");
        Pool bobs = pool.seenBy(bob);
        String id = bobs.hold("pingTo", "queue:" + queue).path("grantId").asText();
        String waiting = assertThatItWaits(pool);
        Pool olgas = pool.seenBy(olga);
        assertThat(olgas.view(id).path("holder").asText()).isEqualTo("user:bob");

        olgas.release(id);

        try (JmsParticipant consumer = JmsParticipant.core(server, server.bob())) {
            Answer notice = new Correspondence(consumer.listen(queue)).next("Notice", "relinquished");
            assertThat(notice.property("GrantId")).isEqualTo(id);
            assertThat(notice.property("Pool")).isEqualTo(pool.name());
            assertThat(notice.json().path("ended").asText()).isEqualTo("REVOKED");
        }
        HttpAnswer gone = assertThatItIsRefused(410, "grant-ended", bobs.grant(id));
        assertThat(gone.json().path("ended").asText()).isEqualTo("REVOKED");
        assertThatItIsRefused(410, "grant-ended", bobs.grant(id).delete());
        awaitHeld(pool, waiting);
        assertThatCounts(1, 0);
    }

    @Test
    void isGivenBackAsOftenAsOneLikes() {
        quiet(1);
        String id = pool.hold().path("grantId").asText();

        pool.release(id);
        pool.release(id);

        assertThatItIsRefused(410, "grant-ended", pool.grant(id));
        assertThatItIsRefused(410, "grant-ended", pool.answer(id, "confirm", id + ".x"));
        assertThatCounts(0, 0);
    }

    @Test
    void isListedWithOthers() {
        quiet(4);
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            asked.add(pool.hold().path("grantId").asText());
        }
        asked.add(pool.seenBy(bob).hold().path("grantId").asText());
        asked.add(assertThatItWaits(pool.seenBy(bob)));
        pool.release(asked.get(0));
        awaitHeld(pool, asked.get(4));

        assertThat(ids(pool)).containsExactlyElementsOf(asked);
        assertThat(ids(pool.seenBy(olga))).containsExactlyElementsOf(asked);
        assertThat(ids(pool.seenBy(bob))).containsExactlyElementsOf(asked.subList(3, 5));
        assertThat(ids(pool, "status", "RELEASED")).containsExactly(asked.get(0));
        assertThat(ids(pool, "status", "HELD", "holder", "user:bob")).containsExactlyElementsOf(asked.subList(3, 5));
        assertThat(ids(pool, "status", "WAITING")).isEmpty();
        assertThat(ids(pool, "holder", "user:nobody")).isEmpty();
        assertThat(pages(pool)).containsExactlyElementsOf(asked);
    }

    private static List<String> ids(Pool of, String... query) {
        HttpCall call = of.grants();
        for (int i = 0; i < query.length; i += 2) {
            call = call.query(query[i], query[i + 1]);
        }
        HttpAnswer answer = call.send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().has("next")).isFalse();
        return answer.json().path("grants").findValuesAsText("grantId");
    }

    private static List<String> pages(Pool of) {
        List<String> ids = new ArrayList<>();
        HttpAnswer page = of.grants().query("limit", "2").send();
        while (page.json().has("next")) {
            assertThat(page.json().path("grants")).hasSize(2);
            assertThat(page.header("Link").orElse("")).contains("rel=\"next\"");
            ids.addAll(page.json().path("grants").findValuesAsText("grantId"));
            page = of.grants()
                    .query("limit", "2")
                    .query("after", page.json().path("next").asText())
                    .send();
        }
        ids.addAll(page.json().path("grants").findValuesAsText("grantId"));
        return ids;
    }

    @ParameterizedTest
    @CsvSource({"status, LOST", "status, held", "limit, 0", "limit, 201", "limit, all", "after, nonsense"})
    void isListedByNonsense(String parameter, String value) {
        quiet(1);

        HttpAnswer refused =
                assertThatItIsRefused(400, "parameter-invalid", pool.grants().query(parameter, value));

        assertThat(refused.json().path("detail").asText()).contains(parameter);
    }
}
