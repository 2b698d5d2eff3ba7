package dev.parley.message;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items at most as many as were asked for
 * @param next the cursor of the next page; null if this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** A list that is read from where the page begins. */
    @FunctionalInterface
    public interface Source<T, X extends Exception> {

        /** The first of what is there, so many at most. */
        List<T> first(int most) throws X;
    }

    /**
     * The page that begins where the source does; one more than fits is read, to see whether there is another page.
     *
     * @param limit how many items at most
     * @param cursor the cursor of the page behind an item
     */
    public static <T, X extends Exception> Page<T> read(int limit, Source<T, X> source, Function<T, String> cursor)
            throws X {
        List<T> found = source.first(limit + 1);
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)));
    }

    /** The same page of what becomes of its items. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }

    /** The refusal {@code parameter-invalid} of what is no cursor. */
    public static Refusal notACursor() {
        return new Refusal(
                CommonProblem.PARAMETER_INVALID.because("after must be the cursor 'next' of the page before."));
    }
}
