package dev.parley.it.renewal;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshReplyQueue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.Answer;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Json;
import dev.parley.it.client.Pool;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import dev.parley.it.server.WaitingTest;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Over JMS, and one that looks over HTTP. */
class HolderIsAskedIT extends RenewalTest {

    /**
     * They stay until all is over, as what they hold does: who goes between a ping and its commit is an error of the
     * container's in the log, and the ping is sent again.
     */
    private static final Queue<JmsParticipant> CONNECTED = new ConcurrentLinkedQueue<>();

    private final JmsParticipant holder;
    private final JmsParticipant other;
    private final Correspondence holders;
    private final Correspondence others;

    HolderIsAskedIT(ParleyServer server) {
        super(server);
        holder = connected(JmsParticipant.core(server, server.alice()));
        other = connected(JmsParticipant.core(server, server.bob()));
        holders = new Correspondence(holder.replies());
        others = new Correspondence(other.replies());
    }

    private static JmsParticipant connected(JmsParticipant participant) {
        CONNECTED.add(participant);
        return participant;
    }

    @AfterAll
    static void disconnect() {
        CONNECTED.forEach(JmsParticipant::close);
        CONNECTED.clear();
    }

    @Test
    void holdsWhatItAskedFor() {
        quiet(1);
        String correlation = fresh("correlation");

        holder.sayOfResources(request().correlationId(correlation));

        Answer reply = holders.next("Reply", "request");
        assertThat(reply.correlationId()).isEqualTo(correlation);
        assertThat(reply.property("Pool")).isEqualTo(pool.name());
        assertThat(reply.json().path("status").asText()).isEqualTo("HELD");
        assertThat(reply.json().path("grantId").asText()).isEqualTo(reply.property("GrantId"));
        assertThat(reply.json().path("fencingToken").asLong()).isPositive();
        assertThat(pool.view(reply.property("GrantId")).path("status").asText()).isEqualTo("HELD");
        assertThatCounts(1, 0);
    }

    @Test
    void holdsOneHoweverOftenItAsksWithTheSameId() {
        quiet(3);
        String id = fresh("message");

        Answer first = askedWith(request().messageId(id));
        Answer again = askedWith(request().messageId(id));

        assertThat(again.property("GrantId")).isEqualTo(first.property("GrantId"));
        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThatCounts(1, 0);
    }

    @Test
    void isToldWhenNothingIsFree() {
        quiet(1);
        askedWith(request());

        other.sayOfResources(request().correlationId("c-1"));

        Answer fault = others.next("Fault", "request");
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:pool-exhausted");
        assertThat(fault.correlationId()).isEqualTo("c-1");
        assertThat(fault.json().path("retryAfter").asInt()).isPositive();
        assertThatCounts(1, 0);
    }

    @WaitingTest
    void keepsWhatItConfirms() {
        asking(2);
        JsonNode granted = askedWith(request()).json();

        Answer ping = holders.ping();

        assertThat(ping.property("GrantId")).isEqualTo(granted.path("grantId").asText());
        assertThat(ping.property("Pool")).isEqualTo(pool.name());
        assertThat(ping.property("Attempt")).isEqualTo("1");
        assertThat(ping.replyTo()).endsWith(ServerNames.RESOURCES);
        assertThat(ping.expiresAt()).isGreaterThan(System.currentTimeMillis());
        assertThat(ping.json().path("pingId").asText()).isEqualTo(ping.correlationId());
        assertThat(ping.json().path("fencingToken")).isEqualTo(granted.path("fencingToken"));
        Answer kept = answered(ping, "confirm");
        assertThat(kept.correlationId()).isEqualTo(ping.correlationId());
        assertThat(kept.json().path("status").asText()).isEqualTo("HELD");
        assertThat(time(kept.json(), "confirmedAt")).isAfter(time(granted, "confirmedAt"));
        Answer next = holders.ping();
        assertThat(next.correlationId()).isNotEqualTo(ping.correlationId());
        assertThat(next.property("Attempt")).isEqualTo("1");
        assertThatCounts(1, 0);
    }

    /** A confirmation that was lost is sent again, and does no harm. */
    @WaitingTest
    void confirmsTwice() {
        asking(2);
        askedWith(request());
        Answer ping = holders.ping();

        assertThat(answered(ping, "confirm").json().path("status").asText()).isEqualTo("HELD");
        assertThat(answered(ping, "confirm").json().path("status").asText()).isEqualTo("HELD");
    }

    @WaitingTest
    void speaksAmqp() {
        asking(2);
        JmsParticipant amqp = connected(JmsParticipant.amqp(server, server.bob()));
        Correspondence his = new Correspondence(amqp.replies());
        amqp.sayOfResources(request());
        String id = his.next("Reply", "request").property("GrantId");

        Answer ping = his.ping();
        amqp.sayOfResources(JmsRequest.to("confirm").correlationId(ping.correlationId()));

        Answer kept = his.next("Reply", "confirm");
        assertThat(kept.property("GrantId")).isEqualTo(id);
        assertThat(kept.json().path("status").asText()).isEqualTo("HELD");
    }

    /** Whoever holds something for a long time need not keep the connection with which it asked. */
    @WaitingTest
    void isAskedElsewhereAndAnswersWithoutAnAddress() {
        asking(2);
        String queue = freshReplyQueue("alice");
        JsonNode granted = askedWith(request().text(Json.object("pingTo", "queue:" + queue)))
                .json();
        Pool seen = pool.seenBy(olga);

        Answer ping = new Correspondence(holder.listen(queue)).ping();
        holder.sayOfResources(
                JmsRequest.to("confirm").correlationId(ping.correlationId()).withoutReplyAddress());

        String id = granted.path("grantId").asText();
        await("confirmed").atMost(PATIENCE).until(() -> time(seen.view(id), "confirmedAt")
                .isAfter(time(granted, "confirmedAt")));
    }

    /** Nobody is asked for an hour, but somebody wants it now. */
    @Test
    void handsOnWhatItDeclines() {
        quiet(1);
        JsonNode granted = askedWith(request()).json();
        other.sayOfResources(waiting());
        Answer waits = others.next("Reply", "request");
        assertThat(waits.json().path("status").asText()).isEqualTo("WAITING");

        Answer over = answered(holders.ping(), "decline");

        assertThat(over.json().path("ended").asText()).isEqualTo("DECLINED");
        Answer notice = others.next("Notice", "granted");
        assertThat(notice.property("GrantId")).isEqualTo(waits.property("GrantId"));
        assertThat(notice.json().path("status").asText()).isEqualTo("HELD");
        assertThat(notice.json().path("fencingToken").asLong())
                .isGreaterThan(granted.path("fencingToken").asLong());
        assertThatCounts(1, 0);
    }

    @Test
    void givesBackWhatItHoldsAndIsToldNoMore() {
        quiet(1);
        String id = askedWith(request()).property("GrantId");
        other.sayOfResources(waiting());
        others.next("Reply", "request");

        Answer released = said("release", id);
        Answer again = said("release", id);

        assertThat(released.json().path("status").asText()).isEqualTo("RELEASED");
        assertThat(again.json().path("status").asText()).isEqualTo("RELEASED");
        others.next("Notice", "granted");
        assertThat(holders.rest()).noneMatch(answer -> "Notice".equals(answer.kind()));
        assertThatCounts(1, 0);
    }

    @WaitingTest
    void losesWhatItDoesNotAnswerFor() {
        pool.define("capacity", 2, "pingEvery", "PT1S", "pingTimeout", "PT2S", "pingAttempts", 2);
        String id = askedWith(request()).property("GrantId");

        Answer first = holders.ping();
        Answer second = holders.ping();
        Answer notice = holders.next("Notice", "relinquished");

        assertThat(second.correlationId()).isEqualTo(first.correlationId());
        assertThat(first.property("Attempt")).isEqualTo("1");
        assertThat(second.property("Attempt")).isEqualTo("2");
        assertThat(second.expiresAt()).isGreaterThan(first.expiresAt());
        assertThat(notice.property("GrantId")).isEqualTo(id);
        assertThat(notice.json().path("ended").asText()).isEqualTo("SILENT");
        assertThatCounts(0, 0);
        assertThat(holders.rest()).isEmpty();
        assertThatALateAnswerIsRefused(second);
    }

    /** With its own address, and without one: the holder's is known. */
    private void assertThatALateAnswerIsRefused(Answer ping) {
        JmsRequest late = JmsRequest.to("confirm").correlationId(ping.correlationId());
        holder.sayOfResources(late);
        assertThatItIsOver(holders.next("Fault", "confirm"), ping);
        holder.sayOfResources(late.withoutReplyAddress());
        assertThatItIsOver(holders.next("Fault", "confirm"), ping);
        assertThatCounts(0, 0);
    }

    private static void assertThatItIsOver(Answer fault, Answer ping) {
        assertThat(fault.problem()).isEqualTo("urn:parley:fault:grant-ended");
        assertThat(fault.correlationId()).isEqualTo(ping.correlationId());
        assertThat(fault.property("GrantId")).isEqualTo(ping.property("GrantId"));
    }

    @WaitingTest
    void isHandedToWhoWaitsWhenNobodyAnswers() {
        pool.define("capacity", 1, "pingEvery", LONG, "pingTimeout", "PT1S", "pingAttempts", 1);
        JsonNode granted = askedWith(request()).json();

        other.sayOfResources(waiting());

        Answer notice = others.next("Notice", "granted");
        assertThat(notice.json().path("fencingToken").asLong())
                .isGreaterThan(granted.path("fencingToken").asLong());
        assertThat(holders.next("Notice", "relinquished").property("GrantId"))
                .isEqualTo(granted.path("grantId").asText());
    }

    @WaitingTest
    void confirmsWhatItWasNotAsked() {
        asking(1);
        String id = askedWith(request()).property("GrantId");
        Answer ping = holders.ping();

        holder.sayOfResources(JmsRequest.to("confirm").property("GrantId", id).correlationId(id + ".another"));

        assertThat(holders.next("Fault", "confirm").problem()).isEqualTo("urn:parley:fault:ping-unknown");
        assertThat(pool.view(id).path("ping").path("pingId").asText()).isEqualTo(ping.correlationId());
    }

    /** Who knows the id of a grant does not know that of its ping. */
    @WaitingTest
    void isNotAnybodyWhoKnowsTheGrant() {
        asking(1);
        String id = askedWith(request()).property("GrantId");
        holders.ping();

        for (String type : new String[] {"confirm", "decline", "release", "renew"}) {
            other.sayOfResources(JmsRequest.to(type).property("GrantId", id).correlationId(id + ".guessed"));
            assertThat(others.next("Fault", type).problem()).isEqualTo("urn:parley:fault:grant-unknown");
        }
        assertThat(pool.view(id).path("status").asText()).isEqualTo("HELD");
    }

    /** Over HTTP, without an address: the ping is shown, and answered there. */
    @WaitingTest
    void looks() {
        asking(1);
        Pool bobs = pool.seenBy(bob);
        JsonNode granted = bobs.hold("pingTo", "none");
        String id = granted.path("grantId").asText();

        JsonNode ping = awaitPing(bobs, id);

        String pingId = ping.path("pingId").asText();
        assertThat(ping.path("attempt").asInt()).isEqualTo(1);
        assertThat(time(ping, "answerBy")).isAfter(Instant.now());
        assertThat(ping.path("answerWithin").asText()).startsWith("PT");
        assertThatItIsRefused(409, "ping-unknown", bobs.answer(id, "confirm", id + ".another"));
        assertThatItIsRefused(400, "body-invalid", bobs.grant(id, "confirm").body("{}"));
        var confirmed = bobs.answer(id, "confirm", pingId).send();
        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
        assertThat(time(confirmed.json(), "confirmedAt")).isAfter(time(granted, "confirmedAt"));
        assertThat(confirmed.json().path("nextPingIn").asText()).startsWith("PT");
        assertThat(bobs.answer(id, "confirm", pingId).send().status()).isEqualTo(200);
    }

    @WaitingTest
    void looksAndDeclines() {
        asking(1);
        String id = pool.hold().path("grantId").asText();
        String pingId = awaitPing(pool, id).path("pingId").asText();

        var declined = pool.answer(id, "decline", pingId).send();

        assertThat(declined.status()).as(declined.toString()).isEqualTo(200);
        assertThat(declined.json().path("ended").asText()).isEqualTo("DECLINED");
        assertThat(pool.answer(id, "decline", pingId).send().status()).isEqualTo(200);
        assertThatItIsRefused(410, "grant-ended", pool.answer(id, "confirm", pingId));
        assertThatCounts(0, 0);
    }

    /** Who was silent longest is asked first, and no more than it takes. */
    @Test
    void isAskedEarlyOnlyAsFarAsThatHelps() {
        quiet(20);
        for (int i = 0; i < 20; i++) {
            pool.hold();
        }
        assertThat(pool.request("wait", LONG).send().status()).isEqualTo(202);

        JsonNode grants = await("somebody is asked").atMost(PATIENCE).until(this::grants, all -> !all.findValues("ping")
                .isEmpty());

        assertThat(grants.findValues("ping").size()).isLessThanOrEqualTo(2);
        assertThat(grants.path(0).has("ping")).isTrue();
        assertThat(grants.path(19).has("ping")).isFalse();
    }

    private JsonNode grants() {
        return pool.grants().query("limit", "200").send().json().path("grants");
    }

    private JmsRequest request() {
        return JmsRequest.to("request").property("Pool", pool.name()).text("");
    }

    private JmsRequest waiting() {
        return request().text(Json.object("wait", LONG));
    }

    private Answer askedWith(JmsRequest request) {
        holder.sayOfResources(request);
        Answer reply = holders.next("Reply", "request");
        assertThat(reply.json().path("status").asText()).as(reply.text()).isEqualTo("HELD");
        return reply;
    }

    private Answer answered(Answer ping, String type) {
        holder.answer(ping, JmsRequest.to(type).correlationId(ping.correlationId()));
        return holders.next("Reply", type);
    }

    private Answer said(String type, String id) {
        holder.sayOfResources(JmsRequest.to(type).property("GrantId", id));
        return holders.next("Reply", type);
    }

    private static Instant time(JsonNode json, String field) {
        return Instant.parse(json.path(field).asText());
    }
}
