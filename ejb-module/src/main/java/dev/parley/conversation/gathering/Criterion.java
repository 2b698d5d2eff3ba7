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
            return "operation:" + operation;
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

    /** True if an operation may be called that, as far as it has to be looked for. */
    static boolean isOperation(String name) {
        return !name.isBlank() && name.chars().noneMatch(Character::isISOControl);
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
