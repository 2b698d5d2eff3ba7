package dev.parley.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * A world of its own time and chance, both of which follow from a seed alone. What happens is planned for an instant;
 * steps of one instant are done in an order that chance decides. A step that takes time, or is held up, lets the others
 * go on in the middle of it.
 */
public final class World {

    /** When every world begins. */
    public static final Instant BEGIN = Instant.parse("2026-01-31T12:00:00Z");

    private static final int DEEPEST = 16;

    private final SplittableRandom random;
    private final Weather weather;
    private final Trace trace;
    private final PriorityQueue<Step> plan = new PriorityQueue<>();
    private final List<Runnable> deferred = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private long now;
    private long latest = Long.MAX_VALUE;
    private int depth;
    private int names;
    private int planned;

    private record Step(long at, int order, Runnable action) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            return at != other.at ? Long.compare(at, other.at) : Integer.compare(order, other.order);
        }
    }

    World(long seed, Trace trace) {
        this.random = new SplittableRandom(seed);
        this.trace = trace;
        this.weather = Weather.of(random);
        trace.add(now, weather.toString());
    }

    private World() {
        this.random = new SplittableRandom(0);
        this.trace = new Trace(false);
        this.weather = Weather.CALM;
    }

    /**
     * A world in which nothing goes wrong and nothing takes longer than it must: what follows at once happens at the
     * same instant, in the order in which it was planned, and one transaction after the other. It stands still until
     * somebody lets time {@link #pass} in it.
     */
    public static World calm() {
        return new World();
    }

    /** Whether nothing goes wrong in it, ever. */
    public boolean isCalm() {
        return weather.equals(Weather.CALM);
    }

    /** What goes wrong how often. */
    public Weather weather() {
        return weather;
    }

    /** Now. */
    public Instant now() {
        return BEGIN.plusMillis(now);
    }

    /** Milliseconds since the beginning. */
    public long elapsed() {
        return now;
    }

    /** A number from 0 to less than the bound. */
    public int random(int bound) {
        return random.nextInt(bound);
    }

    /** A duration in that range, short ones as likely as long ones; none in a calm world. */
    public long millis(int least, int most) {
        if (isCalm()) {
            return 0;
        }
        return (long) least + random.nextInt(1 + random.nextInt(most - least + 1));
    }

    /** One of them. */
    public <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Whether something happens that happens that often. */
    public boolean chance(double rate) {
        return rate > 0 && random.nextDouble() < rate;
    }

    /** Whether something goes wrong; never any more once the weather is calm. */
    public boolean fault(double rate) {
        return now < weather.calmAt() && chance(rate);
    }

    /** A name nothing else has in this world. */
    public String name(String prefix) {
        names++;
        return prefix + names;
    }

    /** Plans a step. */
    public void after(long millis, Runnable action) {
        plan.add(new Step(now + millis, order(), action));
    }

    private int order() {
        planned++;
        return isCalm() ? planned : random.nextInt();
    }

    /** Plans a step for an instant; one that is past is now. */
    public void at(Instant instant, Runnable action) {
        after(Math.max(0, Duration.between(now(), instant).toMillis()), action);
    }

    /** Whether a step may begin that lets others go on in the middle of it. Otherwise {@link #defer} it. */
    public boolean mayNest() {
        return depth < DEEPEST;
    }

    /** Has a step done as soon as one has ended that is in the middle now. */
    public void defer(Runnable action) {
        deferred.add(action);
    }

    /**
     * Lets that time pass in the middle of a step; others go on meanwhile. What begins meanwhile and takes time itself
     * takes no longer, so that nobody is held up by what began later.
     */
    public void pass(long millis) {
        long outer = latest;
        latest = Math.min(outer, now + millis);
        depth++;
        runUntil(latest);
        depth--;
        latest = outer;
        deferred.forEach(action -> after(0, action));
        deferred.clear();
    }

    /** Perhaps holds up the current step; others go on meanwhile. */
    public void pause() {
        if (fault(weather.stall())) {
            pass(chance(0.1) ? millis(0, 3000) : millis(0, 30));
        }
    }

    void run(Duration length) {
        runUntil(length.toMillis());
    }

    private void runUntil(long end) {
        Step next = plan.peek();
        while (next != null && next.at() <= end && violations.isEmpty()) {
            plan.poll();
            now = Math.max(now, next.at());
            next.action().run();
            next = plan.peek();
        }
        now = Math.max(now, end);
    }

    /** Notes a step for whoever reads the trace. */
    public void trace(String format, Object... details) {
        if (trace.isOn()) {
            trace.add(now, String.format(java.util.Locale.ROOT, "  ".repeat(depth) + format, details));
        }
    }

    /** Notes that an invariant does not hold; the schedule ends. */
    public void violated(Violation violation) {
        trace("VIOLATED %s", violation);
        violations.add(violation);
    }

    /** What does not hold in it so far. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }
}
