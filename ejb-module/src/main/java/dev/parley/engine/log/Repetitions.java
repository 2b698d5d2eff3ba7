package dev.parley.engine.log;

import java.util.HashMap;
import java.util.Map;

/**
 * The repetitions of what is logged. In each minute the first of a kind are said whole, more of them without their
 * trace, and the rest not at all, but how many there were.
 */
final class Repetitions {

    /** What becomes of one. */
    enum Verdict {
        WHOLE,
        WITHOUT_TRACE,
        NOT_AT_ALL
    }

    /**
     * What becomes of one, and how many were not said in the minute before.
     *
     * @param verdict what becomes of it
     * @param unsaid how many were not said; 0 if that was said already
     */
    record Decision(Verdict verdict, int unsaid) {}

    /**
     * How much is said of a kind in a minute.
     *
     * @param said how many are said
     * @param whole how many of these, the first, are said with their trace
     */
    record Limits(int said, int whole) {}

    private static final long MINUTE = 60_000;

    /** Kinds that are known at a time: texts may differ without end. */
    private static final int MOST_KINDS = 1_000;

    private final Map<String, Minute> minutes = new HashMap<>();

    private static final class Minute {

        private long begin;
        private int said;
        private int unsaid;

        private Minute(long begin) {
            this.begin = begin;
        }
    }

    /** One more of a kind, at that time in milliseconds. */
    synchronized Decision another(String kind, long millis, Limits limits) {
        if (minutes.size() >= MOST_KINDS && !minutes.containsKey(kind)) {
            minutes.clear();
        }
        Minute minute = minutes.computeIfAbsent(kind, key -> new Minute(millis));
        int unsaid = 0;
        if (millis - minute.begin >= MINUTE) {
            unsaid = minute.unsaid;
            minute.begin = millis;
            minute.said = 0;
            minute.unsaid = 0;
        }
        if (minute.said >= limits.said()) {
            minute.unsaid++;
            return new Decision(Verdict.NOT_AT_ALL, 0);
        }
        minute.said++;
        return new Decision(minute.said <= limits.whole() ? Verdict.WHOLE : Verdict.WITHOUT_TRACE, unsaid);
    }
}
