package dev.parley.directory.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A regular expression of a schema that somebody else wrote: one that backtracks without end is given up after so many steps. */
final class BoundedPattern implements RegularExpression {

    /** Steps of all patterns on one body; some hundredths of a second. */
    private static final int MOST_STEPS = 5_000_000;

    private static final ThreadLocal<AtomicInteger> LEFT = ThreadLocal.withInitial(() -> new AtomicInteger(MOST_STEPS));

    private final Pattern pattern;

    BoundedPattern(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    /** Thrown when there are no steps left. */
    static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("A pattern took too many steps", null, false, false);
        }
    }

    /** Does what needs patterns, with as many steps as one body has. */
    static <T> T within(Supplier<T> work) {
        LEFT.remove();
        try {
            return work.get();
        } finally {
            LEFT.remove();
        }
    }

    @Override
    public boolean matches(String value) {
        return pattern.matcher(new Counted(value, LEFT.get())).find();
    }

    private record Counted(CharSequence text, AtomicInteger left) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (left.decrementAndGet() < 0) {
                throw new Exhausted();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
