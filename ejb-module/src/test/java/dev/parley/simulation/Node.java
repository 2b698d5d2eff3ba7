package dev.parley.simulation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A process: it begins transactions, it can be killed at any point, and starts again with nothing in its memory. */
public final class Node {

    private final World world;
    private final Broker broker;
    private final String name;
    private final Consumer<RuntimeException> failures;
    private final Set<Transaction> open = new LinkedHashSet<>();
    private final List<Runnable> starts = new ArrayList<>();
    private boolean up;
    private int life;

    /** @param failures looks at why a transaction of it was rolled back by an exception */
    public Node(World world, Broker broker, String name, Consumer<RuntimeException> failures) {
        this.world = world;
        this.broker = broker;
        this.name = name;
        this.failures = failures;
    }

    /** Has something done at each start. */
    public void onStart(Runnable action) {
        starts.add(action);
    }

    /** Starts it. */
    public void start() {
        world.trace("%s starts", name);
        up = true;
        life++;
        starts.forEach(Runnable::run);
    }

    boolean isUp() {
        return up;
    }

    /** Plans a step, which is not done if the process has been killed by then. */
    public void after(long millis, Runnable action) {
        int mine = life;
        world.after(millis, () -> ifAlive(mine, action));
    }

    /** The same, for an instant. */
    public void at(java.time.Instant instant, Runnable action) {
        after(Math.max(0, java.time.Duration.between(world.now(), instant).toMillis()), action);
    }

    private void ifAlive(int mine, Runnable action) {
        if (!up || life != mine) {
            return;
        }
        if (world.mayNest()) {
            action.run();
        } else {
            world.defer(() -> ifAlive(mine, action));
        }
    }

    /** Kills it. It is started again later. */
    void kill() {
        if (up) {
            up = false;
            List.copyOf(open).forEach(Transaction::killed);
            world.after(world.millis(50, 10_000), this::start);
        }
    }

    /** Does work in a transaction. */
    public void transaction(String title, Consumer<Transaction> work) {
        Transaction transaction = new Transaction(world, broker, this, title);
        open.add(transaction);
        world.trace("%s begins %s", name, title);
        try {
            work.accept(transaction);
            transaction.commitSoon();
        } catch (NodeKilled gone) {
            world.trace("%s left %s undone", name, title);
        } catch (Blocked blocked) {
            transaction.putBack(blocked);
        } catch (RuntimeException e) {
            failures.accept(e);
            transaction.rollback(e);
        }
    }

    void ended(Transaction transaction) {
        open.remove(transaction);
    }

    @Override
    public String toString() {
        return name;
    }
}
