package dev.parley.web.deadletter;

import dev.parley.engine.deadletter.DeadLetter;
import dev.parley.engine.deadletter.DeadLetterGroup;
import dev.parley.engine.deadletter.DeadLetterList;
import dev.parley.engine.deadletter.DeadLetterResult;
import dev.parley.engine.deadletter.DeadLetters;
import dev.parley.message.Unicode;
import dev.parley.web.JsonValues;
import dev.parley.web.RecordJson;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.TreeMap;

/** Dead letters as JSON. */
final class DeadLetterJson {

    /** Characters of a body that are shown. */
    static final int LONGEST_BODY = 64 * 1024;

    private DeadLetterJson() {}

    /** Those that were found, without bodies and headers. */
    static JsonObject of(DeadLetterList list) {
        return RecordJson.of(new DeadLettersBody(
                list.groups().stream().map(DeadLetterJson::group).toList(),
                list.page().items().stream().map(DeadLetterJson::brief).toList(),
                list.whole(),
                list.page().next()));
    }

    private static DeadLettersBody.Group group(DeadLetterGroup group) {
        return new DeadLettersBody.Group(group.operation(), group.reason(), group.count(), group.first(), group.last());
    }

    private static DeadLetterBody brief(DeadLetter letter) {
        return new DeadLetterBody(
                letter.id(),
                letter.operation(),
                letter.reason(),
                letter.detail(),
                letter.from(),
                letter.messageId(),
                letter.correlationId(),
                letter.failedConversation(),
                letter.at(),
                null,
                null,
                null,
                null);
    }

    /**
     * One with all that is known of it.
     *
     * @param base the path of the interface, ending with a slash
     */
    static JsonObject of(DeadLetter letter, String base) {
        boolean cut = letter.body().length() > LONGEST_BODY;
        String conversation = letter.failedConversation();
        return RecordJson.of(new DeadLetterBody(
                letter.id(),
                letter.operation(),
                letter.reason(),
                letter.detail(),
                letter.from(),
                letter.messageId(),
                letter.correlationId(),
                conversation,
                letter.at(),
                headers(letter),
                body(letter, cut),
                cut ? true : null,
                conversation == null ? null : base + "conversations/" + conversation + "/messages"));
    }

    private static JsonObject headers(DeadLetter letter) {
        JsonObjectBuilder headers = Json.createObjectBuilder();
        new TreeMap<>(letter.properties()).forEach(headers::add);
        return headers.build();
    }

    private static JsonValue body(DeadLetter letter, boolean cut) {
        if (letter.unreadable() != null) {
            return Json.createValue(letter.unreadable());
        }
        return cut ? Json.createValue(Unicode.beginning(letter.body(), LONGEST_BODY)) : JsonValues.json(letter.body());
    }

    /** What came of one. */
    static JsonObject of(DeadLetterResult result) {
        return RecordJson.of(body(result));
    }

    private static DeadLetterResultBody body(DeadLetterResult result) {
        return new DeadLetterResultBody(result.id(), result.outcome().name(), result.conversationId());
    }

    /** What came of many. */
    static JsonObject of(DeadLetters.Retried retried) {
        return RecordJson.of(new DeadLetterResultsBody(
                retried.done().stream().map(DeadLetterJson::body).toList(),
                retried.failed().stream()
                        .map(f -> new DeadLetterResultsBody.Failed(f.id(), f.problem(), f.detail()))
                        .toList(),
                retried.notDone(),
                retried.more()));
    }
}
