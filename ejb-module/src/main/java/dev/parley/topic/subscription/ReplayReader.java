package dev.parley.topic.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.message.Refusal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reader of what is to be delivered again: from which event, and to which. */
public final class ReplayReader {

    private ReplayReader() {}

    /**
     * The range.
     *
     * @param from the first
     * @param to the last, or the time up to which; null for all that were looked at
     */
    public record Range(Start from, @Nullable Start to) {}

    /**
     * The range that is in a text.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static Range read(String text) {
        return new Fields.Body("a range of events", "an object such as {\"from\": \"sequence:1\"}", Set.of())
                .read(text, fields -> new Range(from(fields), to(fields)));
    }

    private static Start from(Fields fields) {
        Start read = start(fields, "from");
        if (read == null) {
            if (!fields.has("from")) {
                fields.refuse("from", "beginning, sequence:N or a time, which is required");
            }
            return Start.NOW;
        }
        return read;
    }

    private static @Nullable Start to(Fields fields) {
        return start(fields, "to");
    }

    private static @Nullable Start start(Fields fields, String member) {
        JsonNode given = fields.given(member);
        if (given == null) {
            return null;
        }
        Optional<Start> start =
                given.isIntegralNumber() ? Start.parse("sequence:" + given.asText()) : Start.parse(given.asText());
        if (start.isEmpty() || start.get().kind() == Start.Kind.NOW) {
            fields.refuse(member, "beginning, sequence:N or a time");
            return null;
        }
        return start.get();
    }
}
