package dev.parley.engine.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.message.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants done with dead letters, as it is written.
 *
 * @param reason why, for whoever reads journal and log
 * @param operation which operation is asked instead; null for the same
 * @param body the request instead, JSON text; null for the same
 * @param filter which dead letters, where it is not one
 */
public record DeadLetterCommand(
        String reason, @Nullable String operation, @Nullable String body, DeadLetterFilter filter) {

    private static final int LONGEST_REASON = 1000;

    private static final Fields.Body BODY = new Fields.Body("a command", "an object with a reason", Set.of());

    /**
     * A retry of one.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static DeadLetterCommand retry(String text) {
        return BODY.read(
                text, fields -> new DeadLetterCommand(reason(fields), null, null, new DeadLetterFilter(null, null)));
    }

    /** A retry of all that are chosen; otherwise as {@link #retry}. */
    public static DeadLetterCommand retryAll(String text) {
        return BODY.read(
                text,
                fields -> new DeadLetterCommand(
                        reason(fields),
                        null,
                        null,
                        new DeadLetterFilter(text(fields, "operation"), text(fields, "cause"))));
    }

    /** A new request in place of one; otherwise as {@link #retry}. */
    public static DeadLetterCommand send(String text) {
        return BODY.read(text, fields -> {
            JsonNode body = fields.given("body");
            return new DeadLetterCommand(
                    reason(fields),
                    text(fields, "operation"),
                    body == null ? null : body.toString(),
                    new DeadLetterFilter(null, null));
        });
    }

    private static @Nullable String text(Fields fields, String member) {
        String text = fields.value(member, "", "a text", JsonNode::isTextual, JsonNode::textValue);
        return text.isBlank() ? null : text;
    }

    private static String reason(Fields fields) {
        String reason = fields.value("reason", "", "a text", JsonNode::isTextual, JsonNode::textValue);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            fields.refuse("reason", "why, in 1 to " + LONGEST_REASON + " characters");
        }
        return reason;
    }
}
