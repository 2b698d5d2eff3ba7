package dev.parley.it.http;

import static dev.parley.it.client.Samples.BARGAIN;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.offer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpCall;
import dev.parley.it.server.ParleyServer;
import org.junit.jupiter.api.Test;

class TurnsAreTakenIT extends HttpTest {

    TurnsAreTakenIT(ParleyServer server) {
        super(server);
    }

    @Test
    void oneAfterTheOther() {
        HttpAnswer first = begin();
        String id = first.conversationId();
        HttpAnswer between = alice.conversation(id).send();
        HttpAnswer second = turn(id, 72).prefer("wait=20").send();
        HttpAnswer last = turn(id, 74).prefer("wait=20").send();
        HttpAnswer after = alice.conversation(id).send();

        assertAnswered(first, 1, 80);
        assertThat(between.conversationStatus()).isEqualTo("RUNNING");
        assertThat(between.json().path("turn").asInt()).isEqualTo(1);
        assertThat(between.json().path("awaitedTurn").asInt()).isEqualTo(2);
        assertThat(between.json().path("reply").path("price").asDouble()).isEqualTo(80);
        assertAnswered(second, 2, 76);
        assertAnswered(last, 3, 74);
        assertThat(last.conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(after.json().path("reply").path("agreed").asBoolean()).isTrue();
        assertThat(after.json().has("awaitedTurn")).isFalse();
    }

    @Test
    void onceForEachKey() {
        String id = begin().conversationId();
        String key = fresh("offer");
        HttpAnswer once = turn(id, 72).key(key).prefer("wait=20").send();
        HttpAnswer again = turn(id, 72).key(key).send();
        HttpAnswer other = turn(id, 73).key(key).send();

        assertAnswered(once, 2, 76);
        assertAnswered(again, 2, 76);
        assertThat(again.json().path("messageId").asText()).isEqualTo(key);
        assertThat(other.status()).as(other.toString()).isEqualTo(422);
        assertThat(alice.conversation(id).send().json().path("awaitedTurn").asInt())
                .isEqualTo(3);
    }

    @Test
    void earlyOnesAreKept() {
        String id = begin().conversationId();
        HttpAnswer early = turn(id, 74).query("turn", "3").send();
        HttpAnswer second = turn(id, 72).query("turn", "2").send();
        HttpAnswer end = alice.awaitFinal(early.location());

        assertThat(early.status()).as(early.toString()).isEqualTo(202);
        assertThat(early.json().path("turn").asInt()).isEqualTo(3);
        assertThat(early.json().has("reply")).isFalse();
        assertThat(second.status()).isEqualTo(202);
        assertThat(end.conversationStatus()).isEqualTo("SUCCEEDED");
        assertThat(end.json().path("reply").path("offers").asInt()).isEqualTo(3);
    }

    @Test
    void onlyInTheirTurn() {
        String id = begin().conversationId();
        assertRefused(turn(id, 70).query("turn", "1").send(), 409, "turn-taken");
        assertRefused(turn(id, 70).query("turn", "200").send(), 409, "turn-too-far");
        assertRefused(turn(id, 70).query("turn", "0").send(), 400, "header-invalid");
        assertAnswered(turn(id, 60).query("turn", "1").send(), 1, 80);
    }

    @Test
    void notAfterTheEnd() {
        String id = begin().conversationId();
        assertThat(turn(id, 80).prefer("wait=20").send().conversationStatus()).isEqualTo("SUCCEEDED");
        assertRefused(turn(id, 90).send(), 409, "conversation-ended");
    }

    @Test
    void notBySomebodyElse() {
        String id = begin().conversationId();
        HttpAnswer his = bob.turn(id).body(offer(80)).send();
        HttpAnswer hers = olga.turn(id).body(offer(80)).send();

        assertRefused(his, 404, "conversation-unknown");
        assertRefused(hers, 409, "conversation-id-taken");
    }

    @Test
    void notWhereThereAreNone() {
        String id = bookCourier(0).conversationId();
        assertRefused(turn(id, 80).send(), 409, "turn-unsupported");
    }

    @Test
    void areCancelledWithTheConversation() {
        String id = begin().conversationId();
        turn(id, 74).query("turn", "3").send();
        HttpAnswer cancelled =
                alice.call(alice.conversationAt(id + "/cancel")).body("{}").send();

        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(202);
        assertRefused(turn(id, 72).send(), 409, "conversation-ended");
    }

    private HttpAnswer begin() {
        return alice.operation(BARGAIN).body(offer(60)).prefer("wait=20").send();
    }

    private HttpCall turn(String id, int price) {
        return alice.turn(id).body(offer(price));
    }

    private static void assertAnswered(HttpAnswer answer, int turn, double price) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(answer.json().path("turn").asInt()).as(answer.toString()).isEqualTo(turn);
        assertThat(answer.json().path("reply").path("price").asDouble())
                .as(answer.toString())
                .isEqualTo(price);
    }

    private static void assertRefused(HttpAnswer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:parley:fault:" + problem);
    }
}
