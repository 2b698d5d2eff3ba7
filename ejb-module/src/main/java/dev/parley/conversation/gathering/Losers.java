package dev.parley.conversation.gathering;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The fate of those whose answer is not taken. */
public enum Losers {

    /** Nothing is done about them. */
    IGNORE,

    /** Who has not answered is not asked any more, as far as nobody has begun it. */
    CANCEL,

    /** As {@link #CANCEL}; and what was done and not taken is undone, also if that is known late. */
    COMPENSATE;

    /** What is expected, for error messages. */
    public static final String EXPECTED = "ignore, cancel or compensate";

    /** The name on the wire. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fate of that name on the wire, if it is one. */
    public static Optional<Losers> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }
}
