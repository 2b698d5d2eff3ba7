package dev.parley.topic.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The choice of whose turn it is. Those near the heads of their topics go first, and never wait for the commit of one
 * that is far behind, such as one that has begun in the past. Those go together, in transactions of their own, also
 * where somebody else has work all the time: then each of them has its turn once it has waited for so long.
 */
public final class ServingPolicy {

    /** The time after which one that is far behind goes before the others. */
    public static final Duration PATIENCE = Duration.ofSeconds(1);

    /** A patience that nobody loses: those that are near go before all others. */
    public static final Duration ENDLESS = Duration.ofDays(3_650);

    /** What those that are far behind get in a turn while others have work, as a part of what the others get. */
    private static final int PART = 4;

    private final int most;

    /** @param most how many events a subscription gets in one turn at most */
    public ServingPolicy(int most) {
        this.most = most;
    }

    /** The number of events by which one may be behind that is near: they are delivered in one turn. */
    public long near() {
        return most;
    }

    /**
     * Chooses.
     *
     * @param busy those that have something to do, in the order in which they take turns
     * @param mayCatchUp false if those that are far behind have to wait
     * @param nearLately the names of those that were near when they were served a moment ago: where one of them is not
     *     far behind by now, it may have work again at any time, and those that are far behind leave room for it
     */
    public Serving choose(List<Backlog> busy, Instant now, boolean mayCatchUp, Set<String> nearLately) {
        List<Backlog> far = busy.stream().filter(this::isFar).toList();
        Serving catchingUp = mayCatchUp ? catchingUp(names(far), nearLately) : Serving.NOBODY;
        boolean isOverdue = far.stream().anyMatch(one -> isOverdue(one, now));
        if (!catchingUp.isEmpty() && (isOverdue || far.size() == busy.size())) {
            return catchingUp;
        }
        List<Backlog> near = busy.stream().filter(one -> !isFar(one)).toList();
        return near.isEmpty() ? Serving.NOBODY : new Serving(names(near), most, false, false);
    }

    private boolean isFar(Backlog one) {
        return one.behind() > near();
    }

    private static boolean isOverdue(Backlog one, Instant now) {
        return !one.servedAt().plus(PATIENCE).isAfter(now);
    }

    private Serving catchingUp(List<String> far, Set<String> nearLately) {
        if (far.isEmpty()) {
            return Serving.NOBODY;
        }
        boolean gently = !Set.copyOf(far).containsAll(nearLately);
        return new Serving(far, gently ? Math.max(1, most / PART) : most, true, gently);
    }

    private static List<String> names(List<Backlog> of) {
        return of.stream().map(Backlog::name).toList();
    }
}
