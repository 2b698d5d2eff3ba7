package dev.parley.topic.subscription;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The event with which something begins: the next one, the first that is kept, that of a number, or the first since a
 * time.
 *
 * @param kind which of these
 * @param number the number; 0 for none
 * @param time the time; null for none
 */
public record Start(Kind kind, long number, @Nullable Instant time) {

    /** The ways in which it can be said. */
    public enum Kind {
        NOW,
        BEGINNING,
        SEQUENCE,
        TIME
    }

    /** Whatever is published from now on. */
    public static final Start NOW = new Start(Kind.NOW, 0, null);

    /** What is expected of a text, for people. */
    public static final String EXPECTED = "now, beginning, sequence:N, or a time that is past";

    private static final String SEQUENCE = "sequence:";

    /** The beginning that a text says. */
    public static Optional<Start> parse(String text) {
        if (text.equals("now")) {
            return Optional.of(NOW);
        }
        if (text.equals("beginning")) {
            return Optional.of(new Start(Kind.BEGINNING, 0, null));
        }
        try {
            return Optional.of(
                    text.startsWith(SEQUENCE)
                            ? ofNumber(text.substring(SEQUENCE.length()))
                            : new Start(Kind.TIME, 0, OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Start ofNumber(String text) {
        long number = text.matches("[1-9][0-9]{0,17}") ? Long.parseLong(text) : 0;
        if (number == 0) {
            throw new NumberFormatException(text);
        }
        return new Start(Kind.SEQUENCE, number, null);
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return switch (kind) {
            case NOW -> "now";
            case BEGINNING -> "beginning";
            case SEQUENCE -> SEQUENCE + number;
            case TIME -> String.valueOf(time);
        };
    }
}
