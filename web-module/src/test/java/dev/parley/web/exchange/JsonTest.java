package dev.parley.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Effort;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.PatternState;
import dev.parley.conversation.Status;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.message.Page;
import dev.parley.web.Examples;
import dev.parley.web.JsonValues;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final String REQUEST = "\"conversationId\":\"c-1\",\"messageId\":\"m-1\",\"correlationId\":\"k-1\","
            + "\"operation\":\"place-order\",\"exchange\":\"in-out\",\"status\":\"%s\","
            + "\"createdAt\":\"2026-01-02T03:04:05.000Z\",\"expiresAt\":\"2026-01-02T03:05:05.000Z\"";

    @Test
    void acceptedIsTheRequestAlone() {
        assertThat(ConversationJson.accepted(Examples.view(Status.ACCEPTED, 1)))
                .hasToString("{" + REQUEST.formatted("ACCEPTED") + "}");
    }

    @Test
    void acceptedHasTheOutcomeOnceThereIsOne() {
        ConversationView view = Examples.view(Status.SUCCEEDED, 2);
        assertThat(ConversationJson.accepted(view)).isEqualTo(ConversationJson.shown(view));
    }

    @Test
    void shownEmbedsTheReplyAsItIs() {
        assertThat(ConversationJson.shown(Examples.view(Status.SUCCEEDED, 2)))
                .hasToString("{" + REQUEST.formatted("SUCCEEDED")
                        + ",\"updatedAt\":\"2026-01-02T03:04:05.007Z\",\"reply\":{\"total\":1.10}}");
    }

    @Test
    void shownEmbedsTheFault() {
        assertThat(ConversationJson.shown(Examples.view(Status.FAULTED, 2)).getJsonObject("fault"))
                .hasToString("{\"type\":\"urn:parley:fault:out-of-stock\"}");
    }

    @Test
    void shownHidesAReplyUntilTheEnd() {
        var early = new ConversationView(Examples.conversation(Status.COMPENSATING, 2), "{}", null);
        assertThat(ConversationJson.shown(early)).doesNotContainKeys("reply", "fault");
    }

    @Test
    void pageHasNextUnlessItIsTheLast() {
        var conversations = List.of(Examples.conversation(Status.RUNNING, 1));
        assertThat(ConversationJson.page(new Page<>(conversations, null))).doesNotContainKey("next");
        JsonObject page = ConversationJson.page(new Page<>(conversations, "c9"));
        assertThat(page.getString("next")).isEqualTo("c9");
        assertThat(page.getJsonArray("conversations").getJsonObject(0).getString("updatedAt"))
                .isEqualTo("2026-01-02T03:04:05.007Z");
    }

    @Test
    void journalNamesKindAndDirection() {
        assertThat(JournalJson.of(List.of(entry(null, "[1]"))))
                .hasToString(
                        "{\"messages\":[{\"sequence\":1,\"direction\":\"IN\",\"kind\":\"Request\",\"type\":\"place-order\","
                                + "\"from\":\"user:ann\",\"messageId\":\"m-1\",\"correlationId\":\"k-1\","
                                + "\"at\":\"2026-01-02T03:04:05.000Z\",\"body\":[1]}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"a\"", "null", "true", "{\"a\":[]}", "1e400", "12345678901234567890123"})
    void embedsAnyJson(String text) {
        assertThat(JsonValues.json(text).toString()).isEqualToIgnoringCase(text.replace("1e400", "1E+400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "nul", "<a/>", "{\"a\":1,}"})
    void embedsOtherTextAsAString(String text) {
        assertThat(JsonValues.json(text)).isEqualTo(jakarta.json.Json.createValue(text));
    }

    @Test
    void embedsWhatIsNestedTooDeepAsAString() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(JsonValues.json(deep)).isEqualTo(jakarta.json.Json.createValue(deep));
    }

    @Test
    void timesHaveMilliseconds() {
        assertThat(JsonValues.time(Instant.parse("2026-01-02T03:04:05.123999Z")))
                .isEqualTo("2026-01-02T03:04:05.123Z");
    }

    @Test
    void whatItHasTakenIsShownToWhoMaySeeThat() {
        var view = Examples.view(Status.RUNNING, 2);
        assertThat(ConversationJson.shown(view, null, List.of()))
                .doesNotContainKeys("sender", "attempts", "lastFailure", "nextAttempt");
        assertThat(ConversationJson.shown(view, new Effort(0, null, null), List.of()))
                .containsKeys("sender", "attempts")
                .doesNotContainKeys("lastFailure", "nextAttempt");
    }

    @Test
    void theDocumentHasTheShapesThatAreSent() {
        var faulted = new ConversationView(Examples.conversation(Status.FAULTED, 2), "1", "{}");
        var page = new Page<>(List.of(faulted.conversation()), "n");
        JsonObject journal = JournalJson.of(List.of(ofTurn(entry("queue:a", "1"))));
        var awaiting = new ConversationView(Examples.turn(2, "1").conversation(), "1", "{}");
        assertThat(ConversationJson.accepted(Examples.turn(2, null)).keySet()).isEqualTo(members(AcceptedBody.class));
        Set<String> ofTurns = members(ConversationBody.class);
        ofTurns.removeAll(Set.of("gathering", "waitsFor")); // they are of other patterns
        assertThat(ConversationJson.shown(awaiting, new Effort(2, "why", Instant.EPOCH), List.of())
                        .keySet())
                .isEqualTo(ofTurns);
        assertThat(ConversationJson.page(page).keySet()).isEqualTo(members(ConversationsBody.class));
        assertThat(journal.keySet()).isEqualTo(members(JournalBody.class));
        assertThat(journal.getJsonArray("messages").getJsonObject(0).keySet())
                .isEqualTo(members(JournalBody.Message.class));
    }

    private static JournalEntry ofTurn(JournalEntry e) {
        return new JournalEntry(
                e.conversationId(),
                e.sequence(),
                e.direction(),
                e.kind(),
                e.type(),
                e.from(),
                e.to(),
                e.messageId(),
                e.correlationId(),
                e.at(),
                e.body(),
                1);
    }

    private static Set<String> members(Class<? extends Record> schema) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(schema.getRecordComponents()).forEach(component -> names.add(component.getName()));
        return names;
    }

    private static JournalEntry entry(String to, String body) {
        return new JournalEntry(
                "c-1",
                1,
                Direction.IN,
                MessageKind.REQUEST,
                "place-order",
                "user:ann",
                to,
                "m-1",
                "k-1",
                Examples.CREATED,
                body);
    }

    @Test
    void whatNoDeadlineBindsHasNone() {
        Conversation undone = Examples.conversation(Status.COMPENSATING, 3);
        Conversation unbound = undone.waitingUntil(Conversation.NEVER, new PatternState() {}, undone.updatedAt());
        assertThat(ConversationJson.shown(new ConversationView(undone, null, null)))
                .containsKey("expiresAt");
        assertThat(ConversationJson.shown(new ConversationView(unbound, null, null)))
                .doesNotContainKey("expiresAt");
    }
}
