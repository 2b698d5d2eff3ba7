package dev.parley.it.relay;

import static dev.parley.it.client.Mailbox.message;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Json;
import dev.parley.it.client.Mailbox;
import dev.parley.it.server.ParleyServer;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong is said, changes nothing, and is never the server's own fault. */
class RelayRequestIsRefusedIT extends RelayTest {

    RelayRequestIsRefusedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void isForAnUnknownMailbox() {
        Mailbox none = bob.mailbox(fresh("none"));

        assertThatItIsRefused(404, "mailbox-unknown", none.self());
        assertThatItIsRefused(404, "mailbox-unknown", none.self().delete());
        assertThatItIsRefused(404, "mailbox-unknown", none.messages());
        assertThatItIsRefused(404, "mailbox-unknown", none.messages().body(message("body", 1)));
        assertThatItIsRefused(404, "mailbox-unknown", none.reception());
        assertThatItIsRefused(404, "mailbox-unknown", none.reception().query("wait", "60"));
        assertThatItIsRefused(404, "mailbox-unknown", none.at("dead"));
        assertThatItIsRefused(404, "mailbox-unknown", none.at("stream"));
    }

    @ParameterizedTest
    @CsvSource({
        "wait, -1",
        "wait, 61",
        "wait, 1e3",
        "wait, soon",
        "wait, -PT1S",
        "wait, 99999999999999999999",
        "max, 0",
        "max, -1",
        "max, 101",
        "max, 10000",
        "max, many",
        "max, 1.5",
        "lock, PT0S",
        "lock, PT0.5S",
        "lock, -PT30S",
        "lock, P1D",
        "lock, 30",
    })
    void polls(String parameter, String value) {
        openToAlice().send("1");

        HttpAnswer refused = assertThatItIsRefused(
                400, "parameter-invalid", mailbox.reception().query(parameter, value));

        assertThat(refused.json().path("detail").asText()).contains(parameter);
        assertThat(mailbox.receive(1)).as("what was there").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "{\"body\":1,\"color\":\"red\"}",
                "{\"body\":1,\"type\":7}",
                "{\"body\":1,\"messageId\":\"\"}",
                "{\"body\":1,\"messageId\":7}",
                "{\"body\":1,\"delay\":\"-PT1S\"}",
                "{\"body\":1,\"delay\":\"later\"}",
                "{\"body\":1,\"delay\":\"P400000D\"}",
                "{\"body\":1,\"timeToLive\":\"PT0S\"}",
                "{\"body\":1,\"timeToLive\":5}",
                "{\"body\":1,\"contentType\":\"text/plain\"}",
                "{\"body\":\"%%%\",\"contentType\":\"text/plain\"}",
                "{\"body\":\"AAAA\",\"contentType\":\"plain\\r\\nX: y\"}",
                "{\"body\":1,\"replyTo\":\"nowhere\"}",
                "{\"body\":1,\"replyTo\":\"queue:parley.work\"}",
                "{\"body\":1,\"replyTo\":\"queue:jms.queue.parley.dead\"}",
                "{\"body\":1,\"faultTo\":\"queue:parley.dead\"}",
                "{\"messages\":[]}",
                "{\"messages\":{}}",
                "{\"messages\":[{\"body\":1},{}]}",
                "{\"messages\":[{\"body\":1},7]}",
            })
    void sends(String body) {
        HttpAnswer refused = openToAlice().messages().body(body).send();

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().path("type").asText()).startsWith("urn:parley:fault:");
        assertThat(mailbox.receive(10)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"body\":1,\"color\":1,\"type\":7}', /messages/1/color, /messages/1/type",
        "'{\"body\":1,\"delay\":\"x\",\"replyTo\":\"y\"}', /messages/1/delay, /messages/1/replyTo",
    })
    void saysWhichFieldsAreWrong(String second, String field, String otherField) {
        String messages = Mailbox.messages(List.of(message("body", 1), second));

        HttpAnswer refused = assertThatItIsRefused(
                400, "body-invalid", openToAlice().messages().body(messages));

        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(field, otherField);
    }

    @Test
    void sendsTooMany() {
        String hundredAndOne = Mailbox.messages(Collections.nCopies(101, message("body", 1)));

        assertThatItIsRefused(400, "body-invalid", openToAlice().messages().body(hundredAndOne));
        assertThat(mailbox.receive(10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "body=1", "{\"body\":1}{\"body\":2}", "{\"body\":1,\"body\":2}"})
    void isNotJson(String body) {
        HttpAnswer refused = openToAlice().messages().body(body).send();

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(mailbox.receive(10)).isEmpty();
    }

    @Test
    void isTooBig() {
        HttpAnswer refused = openToAlice()
                .messages()
                .body(message("body", "a".repeat(1024 * 1024 + 1)))
                .send();

        assertThat(refused.status()).as(refused.toString()).isEqualTo(413);
        assertThat(mailbox.receive(10)).isEmpty();
    }

    @Test
    void isOfAnotherMediaType() {
        HttpAnswer refused = openToAlice()
                .messages()
                .header("Content-Type", "application/xml")
                .body("<mail/>")
                .send();

        assertThat(refused.status()).as(refused.toString()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "%C3%A4", "a%00b", "a%2Fb", "%2E%2E", "a'b", "a%25b", "*"})
    void isForAnOddName(String name) {
        HttpAnswer refused = bob.mailbox(name).self().put("{}").send();

        assertThat(refused.status()).as(refused.toString()).isIn(400, 404, 405);
        assertThat(refused.text()).doesNotContain("Exception");
    }

    @Test
    void isForALongName() {
        assertThat(bob.mailbox("n".repeat(101)).self().put("{}").send().status())
                .isIn(400, 404);
        assertThat(bob.mailbox(fresh("n") + "n".repeat(60))
                        .self()
                        .put("{}")
                        .send()
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "1.", ".x", "999999999999999999.x", "9999999999999999999999.x", "-1.x", "1.%00"})
    void hasALockThatNeverWas(String lock) {
        openToAlice();

        HttpAnswer acknowledged = mailbox.at("locks/" + lock).delete().send();
        HttpAnswer extended =
                mailbox.at("locks/" + lock).patch("{\"lock\":\"PT60S\"}").send();

        assertThat(acknowledged.status()).as(acknowledged.toString()).isIn(400, 404, 410);
        assertThat(extended.status()).as(extended.toString()).isIn(400, 404, 410);
    }

    /** The message's number is no secret; the key after it is. */
    @Test
    void hasAForeignLock() {
        openToAlice().send("1");
        var mail = mailbox.next();
        String position = mail.lock().substring(0, mail.lock().indexOf('.') + 1);

        assertThatItIsRefused(
                410, "lock-lost", mailbox.at("locks/" + position + "AAAA").delete());
        assertThatItIsRefused(
                410, "lock-lost", mailbox.at("locks/" + mail.lock() + "A").delete());

        mailbox.acknowledge(mail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"lock\":\"PT13H\"}",
                "{\"lock\":\"PT0.1S\"}",
                "{\"lock\":\"-PT1S\"}",
                "{\"lock\":7}",
                "{\"lock\":\"PT0S\",\"delay\":\"-PT1S\"}",
                "{\"lock\":\"PT60S\",\"delay\":\"PT1S\"}",
                "{\"lock\":\"PT60S\",\"color\":1}",
            })
    void changesALock(String change) {
        openToAlice().send("1");
        var mail = mailbox.next();

        assertThatItIsRefused(400, "body-invalid", mailbox.lock(mail).patch(change));

        mailbox.acknowledge(mail);
    }

    @Test
    void acknowledgesNoneOrTooMany() {
        openToAlice();

        for (List<String> locks : List.of(List.<String>of(), Collections.nCopies(101, "1.x"))) {
            assertThatItIsRefused(
                    400, "body-invalid", mailbox.at("locks/acknowledge").body(Json.object("locks", locks)));
        }
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 201", "limit, all", "after, nonsense"})
    void browses(String parameter, String value) {
        openToAlice();

        assertThatItIsRefused(400, "parameter-invalid", mailbox.messages().query(parameter, value));
        assertThatItIsRefused(400, "parameter-invalid", mailbox.at("dead").query(parameter, value));
    }

    @Test
    void isByNobody() {
        mailbox.define();
        var nobody = mailbox.seenBy(HttpParticipant.anonymous(server));

        assertThat(nobody.self().send().status()).isEqualTo(401);
        assertThat(nobody.reception().send().status()).isEqualTo(401);
        assertThat(nobody.messages().body(message("body", 1)).send().status()).isEqualTo(401);
    }

    @Test
    void isBySomebodyWithoutARole() {
        mailbox.define("senders", new String[] {"*"});
        var paul = mailbox.seenBy(new HttpParticipant(server, server.paul()));

        assertThat(paul.messages().body(message("body", 1)).send().status()).isEqualTo(403);
    }

    @Test
    void isOfAnotherMethod() {
        mailbox.define();

        assertThat(mailbox.at("receive").send().status()).isEqualTo(405);
        assertThat(mailbox.self().patch("{}").send().status()).isEqualTo(405);
    }
}
