package dev.parley.conversation.gathering;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A criterion by which a gathering is complete. */
public sealed interface Criterion {

    /** The most that a quorum may be. */
    int MOST = 1000;

    /** What a label begins with that names an operation. */
    String OPERATION = "operation:";

    /** What the name of an operation has not: controls, ends of lines, and what stands between labels. */
    Pattern UNREADABLE = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029,]");

    /** The longest that nobody may answer. */
    Duration LONGEST = Duration.ofDays(30);

    /** The name on the wire. */
    String label();

    /** The number of replies without which it is not met. */
    int least();

    /** Everybody has answered, with a reply or a fault. */
    record All() implements Criterion {
        @Override
        public String label() {
            return "all";
        }

        @Override
        public int least() {
            return 0;
        }
    }

    /** Somebody has replied. */
    record First() implements Criterion {
        @Override
        public String label() {
            return "first";
        }

        @Override
        public int least() {
            return 1;
        }
    }

    /**
     * So many have replied.
     *
     * @param replies how many
     */
    record Quorum(int replies) implements Criterion {
        @Override
        public String label() {
            return "quorum:" + replies;
        }

        @Override
        public int least() {
            return replies;
        }
    }

    /**
     * Nobody has answered for so long.
     *
     * @param pause how long
     */
    record Idle(Duration pause) implements Criterion {
        @Override
        public String label() {
            return "idle:" + pause;
        }

        @Override
        public int least() {
            return 0;
        }
    }

    /**
     * An operation says so that is asked after each answer.
     *
     * @param operation its name
     */
    record Enough(String operation) implements Criterion {
        @Override
        public String label() {
            return OPERATION + operation;
        }

        @Override
        public int least() {
            return 0;
        }
    }

    /** The criterion of that name on the wire, if it is one. */
    static Optional<Criterion> of(String label) {
        Matcher named = Pattern.compile("(quorum|idle|operation):(.+)").matcher(label);
        if (label.equals("all")) {
            return Optional.of(new All());
        }
        if (label.equals("first")) {
            return Optional.of(new First());
        }
        if (!named.matches()) {
            return Optional.empty();
        }
        return switch (named.group(1)) {
            case "quorum" -> quorum(named.group(2));
            case "idle" -> idle(named.group(2));
            default ->
                Optional.of(named.group(2)).filter(Criterion::isOperation).map(Enough::new);
        };
    }

    /** The criterion that a label stands for which was stored, whatever may be in it by now. */
    static Optional<Criterion> ofStored(String label) {
        Optional<Criterion> readable = of(label);
        return readable.isEmpty() && label.startsWith(OPERATION)
                ? Optional.of(new Enough(label.substring(OPERATION.length())))
                : readable;
    }

    /** True if an operation may be called that, and its label is read back as it was written, among others too. */
    static boolean isOperation(String name) {
        return !name.isBlank()
                && name.equals(name.strip())
                && !UNREADABLE.matcher(name).find();
    }

    private static Optional<Criterion> quorum(String replies) {
        if (!replies.matches("[0-9]{1,4}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(replies);
        return number >= 1 && number <= MOST ? Optional.of(new Quorum(number)) : Optional.empty();
    }

    private static Optional<Criterion> idle(String pause) {
        try {
            Duration duration = Duration.parse(pause);
            boolean fits = duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(LONGEST) <= 0;
            return fits ? Optional.of(new Idle(duration)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
