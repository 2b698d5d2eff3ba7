package dev.parley.web.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.relay.Acknowledged;
import dev.parley.relay.LockedMail;
import dev.parley.relay.ReceivedMails;
import dev.parley.relay.Sent;
import dev.parley.relay.mailbox.MailboxView;
import dev.parley.web.ActionBody;
import dev.parley.web.RecordJson;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailJsonTest {

    private static final String MAIL = "\"messageId\":\"m-1\",\"type\":\"place-order\",\"body\":{ \"total\": 1.10 },"
            + "\"correlationId\":\"k-1\",\"conversationId\":\"c-1\",\"replyTo\":\"mailbox:answers\",\"group\":\"g-1\","
            + "\"properties\":{\"Kind\":\"Reply\"},"
            + "\"from\":\"user:ann\",\"sentAt\":\"2026-01-02T03:04:05.000Z\","
            + "\"expiresAt\":\"2026-01-02T03:05:05.000Z\",\"deliveryCount\":2";

    private static final String LOCK = "\"lock\":\"7.k-y\",\"lockedUntil\":\"2026-01-02T03:04:35.000Z\"";

    @Test
    void aReceivedMessageHasItsBodyAsItWasWritten() {
        var received = received(List.of(MailExamples.locked(MailExamples.mail(null, "{ \"total\": 1.10 }"))));
        assertThat(text(received)).isEqualTo("{\"messages\":[{" + MAIL + "," + LOCK + "}]}");
    }

    private static byte[] received(List<LockedMail> mails) {
        return MailJson.received(new ReceivedMails(mails, null));
    }

    @Test
    void whatBecameOfLocksIsSaidWithWhatIsReceived() {
        var delivery = new ReceivedMails(List.of(), new Acknowledged(List.of("1.a"), List.of("2.b")));
        assertThat(text(MailJson.received(delivery)))
                .isEqualTo("{\"messages\":[],\"acknowledged\":[\"1.a\"],\"lost\":[\"2.b\"]}");
        assertShape(ReceivedBody.class, json(MailJson.received(delivery)));
    }

    @Test
    void whatAMessageDoesNotHaveIsLeftOut() {
        var received = received(List.of(MailExamples.locked(MailExamples.bare("[]"))));
        assertThat(json(received).getJsonArray("messages").getJsonObject(0).keySet())
                .containsExactlyInAnyOrder(
                        "messageId", "body", "from", "sentAt", "expiresAt", "deliveryCount", "lock", "lockedUntil");
    }

    @Test
    void anOpaqueBodyIsInBase64() {
        var received =
                received(List.of(MailExamples.locked(MailExamples.mail("application/octet-stream", "AAECAw=="))));
        assertThat(text(received)).contains("\"contentType\":\"application/octet-stream\",\"body\":\"AAECAw==\"");
    }

    @Test
    void severalAreSeparated() {
        var one = MailExamples.locked(MailExamples.bare("1"));
        assertThat(json(received(List.of(one, one, one))).getJsonArray("messages"))
                .hasSize(3);
        assertThat(text(MailJson.sent(new Sent(List.of("a", "b"))))).isEqualTo("{\"messageIds\":[\"a\",\"b\"]}");
        assertThat(text(MailJson.acknowledged(new Acknowledged(List.of(), List.of("1.a", "2.b")))))
                .isEqualTo("{\"acknowledged\":[],\"lost\":[\"1.a\",\"2.b\"]}");
    }

    @Test
    void whatIsBrowsedHasItsStateAndWhatIsDeadItsReason() {
        var mail = MailExamples.mail(null, "{ \"total\": 1.10 }");
        assertThat(text(MailJson.browsed(new Page<>(List.of(MailExamples.browsed(mail)), "c2"))))
                .isEqualTo("{\"messages\":[{" + MAIL
                        + ",\"state\":\"LOCKED\",\"availableAt\":\"2026-01-02T03:04:35.000Z\"}],\"next\":\"c2\"}");
        assertThat(text(MailJson.dead(new Page<>(List.of(MailExamples.dead(mail)), null))))
                .isEqualTo("{\"messages\":[{" + MAIL
                        + ",\"reason\":\"max-deliveries\",\"diedAt\":\"2026-01-02T03:04:50.000Z\"}]}");
    }

    @Test
    void textIsEscapedAsJsonHasIt() {
        String odd = "\"\\/\b\f\n\r\t\0\u001f ä€\uD83D\uDE00\u2028</";
        var sent = MailJson.sent(new Sent(List.of(odd)));
        assertThat(json(sent).getJsonArray("messageIds").getString(0)).isEqualTo(odd);
    }

    @Test
    void halfACharacterIsEscaped() {
        assertThat(text(MailJson.sent(new Sent(List.of("a\uD83D", "\uDE00", "\uD83Db", "\uDE00\uD83D")))))
                .isEqualTo("{\"messageIds\":[\"a\\ud83d\",\"\\ude00\",\"\\ud83db\",\"\\ude00\\ud83d\"]}");
    }

    @Test
    void aMailboxIsShownWithWhatIsInIt() {
        assertThat(shown(MailExamples.view(MailExamples.SENT)))
                .hasToString(
                        "{\"name\":\"orders\",\"owner\":\"ann\",\"senders\":[],\"lock\":\"PT30S\","
                                + "\"timeToLive\":\"PT336H\",\"maxDeliveries\":10,\"messages\":1000000,\"bytes\":1073741824,"
                                + "\"updatedAt\":\"2026-01-02T03:04:05.000Z\",\"updatedBy\":\"olga\",\"ready\":1,\"locked\":2,"
                                + "\"delayed\":3,\"waiting\":4,\"dead\":5,\"size\":600,\"oldest\":\"2026-01-02T03:04:05.000Z\"}");
        assertThat(shown(MailExamples.view(null))).doesNotContainKey("oldest");
    }

    @Test
    void theShapesOfTheDocumentAreWhatIsSent() {
        var opaque = MailExamples.mail("text/plain", "YQ==");
        MailboxView view = MailExamples.view(MailExamples.SENT);
        MailboxBody seen = MailboxBody.of(view.mailbox(), view.statistics(), new Caller("ann", false));
        assertShape(MailboxBody.class, RecordJson.of(seen));
        assertThat(seen.actions()).extracting(ActionBody::name).containsExactly("send", "receive", "delete");
        assertThat(RecordJson.of(seen).getJsonArray("actions").getValuesAs(JsonObject.class))
                .extracting(action -> action.containsKey("schema")
                        ? action.getJsonObject("schema")
                                .getJsonObject("properties")
                                .keySet()
                                .size()
                        : 0)
                .as("a delete says nothing")
                .containsExactly(SendingBody.class.getRecordComponents().length, 1, 0);
        assertShape(
                MailboxesBody.class,
                RecordJson.of(MailboxesBody.of(new Page<>(List.of(MailExamples.mailbox()), "c2"))));
        assertShape(SentBody.class, json(MailJson.sent(new Sent(List.of("m-1")))));
        assertShape(LockBody.class, json(MailJson.lock(MailExamples.LOCK)));
        assertShape(AcknowledgedBody.class, json(MailJson.acknowledged(new Acknowledged(List.of(), List.of()))));
        assertShape(ReceivedBody.LockedMail.class, first(received(List.of(MailExamples.locked(opaque)))));
        assertShape(
                BrowsedBody.BrowsedMail.class,
                first(MailJson.browsed(new Page<>(List.of(MailExamples.browsed(opaque)), null))));
        assertShape(
                DeadLettersBody.DeadLetter.class,
                first(MailJson.dead(new Page<>(List.of(MailExamples.dead(opaque)), null))));
    }

    private static void assertShape(Class<?> shape, JsonObject json) {
        assertThat(json.keySet())
                .containsExactlyElementsOf(Arrays.stream(shape.getRecordComponents())
                        .map(component -> component.getName())
                        .toList());
    }

    private static JsonObject first(byte[] page) {
        return json(page).getJsonArray("messages").getJsonObject(0);
    }

    private static String text(byte[] json) {
        return new String(json, UTF_8);
    }

    private static JsonObject json(byte[] json) {
        return Json.createReader(new StringReader(text(json))).readObject();
    }

    private static JsonObject shown(MailboxView view) {
        return RecordJson.of(MailboxBody.of(view.mailbox(), view.statistics(), null));
    }
}
