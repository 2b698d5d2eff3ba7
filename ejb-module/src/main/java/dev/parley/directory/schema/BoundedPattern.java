package dev.parley.directory.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * A regular expression of a schema that somebody else wrote: each character that it looks at is paid for out of the
 * {@link Budget}.
 */
final class BoundedPattern implements RegularExpression {

    private final Pattern pattern;

    BoundedPattern(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    @Override
    public boolean matches(String value) {
        return pattern.matcher(new Counted(value, Budget.current())).find();
    }

    private record Counted(CharSequence text, Budget budget) implements CharSequence {

        @Override
        public char charAt(int index) {
            budget.look();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), budget);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
