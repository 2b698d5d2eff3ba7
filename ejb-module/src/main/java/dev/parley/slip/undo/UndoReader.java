package dev.parley.slip.undo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.message.Refusal;
import java.util.Set;

/** Reads requests to undo slips: they are what every compensation is asked. */
public final class UndoReader {

    private static final Fields.Body BODY = new Fields.Body(
            "a request to undo a slip", "an object with the slip's reply", Set.of("request", "outcome"));
    private static final String REPLY = "reply";
    private static final String SLIP = "slip";
    private static final String WANTED =
            "what the slip was answered with, an object with its id in the member 'slip', which is required";
    private static final int LONGEST = 255;

    private UndoReader() {}

    /**
     * The id of the slip.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static String slip(String text) {
        return BODY.read(text, UndoReader::id);
    }

    private static String id(Fields fields) {
        if (!fields.has(REPLY)) {
            fields.refuse(REPLY, WANTED);
        }
        return fields.value(
                REPLY, "", WANTED, UndoReader::isOne, given -> given.path(SLIP).textValue());
    }

    private static boolean isOne(JsonNode reply) {
        String id = reply.path(SLIP).asText();
        return reply.path(SLIP).isTextual()
                && !id.isBlank()
                && id.length() <= LONGEST
                && id.chars().noneMatch(Character::isISOControl);
    }
}
