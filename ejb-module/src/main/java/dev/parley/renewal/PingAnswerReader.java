package dev.parley.renewal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.DefinitionFields;
import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import java.util.List;
import java.util.Set;

/** Reads which ping is answered, {@code {"pingId": "…"}}. */
public final class PingAnswerReader {

    private static final String PING_ID = "pingId";
    private static final int LONGEST = 255;

    private PingAnswerReader() {}

    /**
     * The id of the ping.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid} 400
     */
    public static String read(String body) {
        JsonNode json = JsonText.parseExactly(body);
        DefinitionFields fields = new DefinitionFields();
        String id = json.path(PING_ID).asText("");
        if (!json.isObject()) {
            fields.refuse("", "an object such as {\"pingId\": \"the pingId of the ping\"}");
        } else if (!json.path(PING_ID).isTextual() || id.isBlank() || id.length() > LONGEST) {
            fields.refuse("/" + PING_ID, "the id of the ping, 1 to " + LONGEST + " characters, which is required");
        }
        fields.onlyThese(json, "", List.of(PING_ID), Set.of());
        InvalidBody.refuseIfAny(fields.violations(), "an answer to a ping");
        return id;
    }
}
