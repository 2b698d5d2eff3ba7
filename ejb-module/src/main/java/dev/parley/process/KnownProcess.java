package dev.parley.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.directory.schema.EnteredSchema;
import dev.parley.message.Violation;
import dev.parley.process.definition.ProcessDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a process, ready for requests.
 *
 * @param version its number
 * @param definition what is done
 * @param input the compiled schema of its request; null for any JSON
 */
public record KnownProcess(int version, ProcessDefinition definition, @Nullable EnteredSchema input) {

    /** The version, whose schema is compiled now. */
    public static KnownProcess of(int version, ProcessDefinition definition) {
        JsonNode schema = definition.input();
        return new KnownProcess(version, definition, schema == null ? null : new EnteredSchema(schema));
    }

    /** Where a request differs from what it takes; empty if nowhere. */
    public List<Violation> violations(JsonNode request) {
        return input == null ? List.of() : input.check(request);
    }
}
