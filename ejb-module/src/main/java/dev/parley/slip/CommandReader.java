package dev.parley.slip;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.message.Refusal;
import java.util.Set;

/** Reads what is said with a command to a slip. */
public final class CommandReader {

    private static final Fields.Body BODY = new Fields.Body("a command", "an object with a reason", Set.of());
    private static final String REASON = "reason";

    private CommandReader() {}

    /**
     * The reason, which has to be there.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static String reason(String text) {
        return BODY.read(text.isBlank() ? "{}" : text, fields -> {
            String reason = fields.value(
                    REASON,
                    "",
                    "a text",
                    given -> given.isTextual() && given.textValue().length() <= 1000,
                    JsonNode::textValue);
            if (reason.isBlank()) {
                fields.refuse(REASON, "why, for whoever reads the journal, which is required");
            }
            return reason;
        });
    }
}
