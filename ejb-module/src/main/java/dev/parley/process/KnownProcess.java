package dev.parley.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.directory.schema.EnteredSchema;
import dev.parley.message.Violation;
import dev.parley.process.definition.ProcessDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a process, ready for requests.
 *
 * @param version its number
 * @param definition what is done
 * @param input the compiled schema of its request; null for any JSON
 * @param messages the compiled schemas of its messages, by their names; without those that may be any JSON
 */
public record KnownProcess(
        int version, ProcessDefinition definition, @Nullable EnteredSchema input, Map<String, EnteredSchema> messages) {

    public KnownProcess {
        messages = Map.copyOf(messages);
    }

    /** The version, whose schema is compiled now. */
    public static KnownProcess of(int version, ProcessDefinition definition) {
        JsonNode schema = definition.input();
        Map<String, EnteredSchema> messages = new HashMap<>();
        definition.messages().forEach((name, message) -> {
            JsonNode its = message.schema();
            if (its != null) {
                messages.put(name, new EnteredSchema(its));
            }
        });
        return new KnownProcess(version, definition, schema == null ? null : new EnteredSchema(schema), messages);
    }

    /** Where a request differs from what it takes; empty if nowhere. */
    public List<Violation> violations(JsonNode request) {
        return input == null ? List.of() : input.check(request);
    }

    /** Where a message differs from what it should be; empty if nowhere. */
    public List<Violation> violations(String message, JsonNode body) {
        EnteredSchema schema = messages.get(message);
        return schema == null ? List.of() : schema.check(body);
    }
}
