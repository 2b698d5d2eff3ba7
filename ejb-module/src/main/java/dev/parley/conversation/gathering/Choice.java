package dev.parley.conversation.gathering;

import dev.parley.conversation.Status;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The choice of a gathering among its replies, and what becomes of the others.
 *
 * @param take which is wanted
 * @param losers what becomes of those that are not
 * @param taken whose reply an operation has chosen; null as long as it has not, or if it wants none
 * @param undone whose replies are to be undone
 * @param kept of which of these nothing undoes what was done
 * @param settled how far that is, as far as they have said so
 */
public record Choice(
        Take take,
        Losers losers,
        @Nullable String taken,
        List<String> undone,
        List<String> kept,
        Map<String, Status> settled) {

    /** No choice: all replies are taken. */
    public static final Choice ALL = of(Take.ALL, Losers.IGNORE);

    public Choice {
        undone = List.copyOf(undone);
        kept = List.copyOf(kept);
        settled = Collections.unmodifiableMap(new TreeMap<>(settled));
    }

    /** A choice that has not been made. */
    public static Choice of(Take take, Losers losers) {
        return new Choice(take, losers, null, List.of(), List.of(), Map.of());
    }

    Choice taking(@Nullable String name) {
        return new Choice(take, losers, name, undone, kept, settled);
    }

    Choice undoing(List<String> names) {
        return new Choice(take, losers, taken, names, kept, settled);
    }

    /**
     * The same when it is known how far one is. What nothing undid by itself may be undone later: a person sees to it.
     */
    Choice settling(String name, Status status) {
        Map<String, Status> all = new TreeMap<>(settled);
        all.put(name, status);
        List<String> left = kept.stream().filter(one -> !one.equals(name)).toList();
        return new Choice(take, losers, taken, undone, left, all);
    }

    /** The same where nothing undoes what some of those have done. */
    Choice keeping(List<String> names) {
        List<String> all = Stream.concat(kept.stream(), names.stream()).toList();
        return new Choice(take, losers, taken, undone, all, settled);
    }

    /** Those whose replies are undone, as far as something undoes them. */
    public List<String> undoneBySomething() {
        return undone.stream().filter(name -> !kept.contains(name)).toList();
    }

    /** How far it is to undo what one of them has done. */
    public Status howFar(String name) {
        return settled.getOrDefault(name, Status.COMPENSATING);
    }

    /** The reply that is taken; empty if none is, or all are. */
    Optional<GatheredAnswer> from(List<GatheredAnswer> replies) {
        return take.operation() == null
                ? take.from(replies)
                : replies.stream()
                        .filter(reply -> Objects.equals(reply.from(), taken))
                        .findFirst();
    }

    /** The replies of which none is taken. */
    List<GatheredAnswer> notTaken(List<GatheredAnswer> replies) {
        if (take.equals(Take.ALL)) {
            return List.of();
        }
        Optional<GatheredAnswer> winner = from(replies);
        return replies.stream()
                .filter(reply -> winner.filter(reply::equals).isEmpty())
                .toList();
    }
}
