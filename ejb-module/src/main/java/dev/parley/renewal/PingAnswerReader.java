package dev.parley.renewal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.message.Refusal;
import java.util.Set;

/** The reader of which ping is answered, {@code {"pingId": "…"}}. */
public final class PingAnswerReader {

    private static final String PING_ID = "pingId";
    private static final int LONGEST = 255;

    private static final Fields.Body ANSWER = new Fields.Body(
            "an answer to a ping", "an object such as {\"pingId\": \"the pingId of the ping\"}", Set.of());

    private PingAnswerReader() {}

    /**
     * The id of the ping.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid} 400
     */
    public static String read(String body) {
        return ANSWER.read(body, PingAnswerReader::pingId);
    }

    private static String pingId(Fields fields) {
        String expected = "the id of the ping, 1 to " + LONGEST + " characters, which is required";
        if (!fields.has(PING_ID)) {
            fields.refuse(PING_ID, expected);
        }
        return fields.value(
                PING_ID,
                "",
                expected,
                id -> id.isTextual()
                        && !id.textValue().isBlank()
                        && id.textValue().length() <= LONGEST,
                JsonNode::textValue);
    }
}
