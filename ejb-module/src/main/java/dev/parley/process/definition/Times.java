package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Times in definitions: durations from when a step begins, or instants. */
public final class Times {

    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    private Times() {}

    static boolean isTime(JsonNode json) {
        return from(json, Instant.EPOCH).isPresent();
    }

    /** The instant that a text means now; empty if it means none, or one that nobody lives to see. */
    public static Optional<Instant> from(JsonNode json, Instant now) {
        String text = json.isTextual() ? json.textValue() : "";
        try {
            return text.startsWith("P")
                    ? Optional.of(Duration.parse(text))
                            .filter(d -> !d.isNegative() && d.compareTo(LONGEST) <= 0)
                            .map(now::plus)
                    : Optional.of(Instant.parse(text)).filter(t -> t.isBefore(LATEST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
