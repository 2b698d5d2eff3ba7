package dev.parley.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * A distributed transaction of a node: messages taken, messages sent and rows changed, all or nothing. Database and
 * broker commit one after the other, in either order and not at the same instant; a node that is killed in between
 * leaves the second one in doubt until it is recovered.
 */
public final class Transaction {

    private static final int LONGEST_WAIT = 50;

    private enum State {
        ACTIVE,
        DECIDED,
        ENDED
    }

    private record Taken(SimulatedQueue queue, Delivery delivery) {}

    private record Sent(String queue, Parcel parcel, long delay) {}

    private final World world;
    private final Broker broker;
    private final Node node;
    private final String name;
    private Session database = new Session();
    private final List<Taken> taken = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();
    private final List<Runnable> commits = new ArrayList<>();
    private final List<Runnable> branches = new ArrayList<>();
    private State state = State.ACTIVE;
    private int waited;

    Transaction(World world, Broker broker, Node node, String name) {
        this.world = world;
        this.broker = broker;
        this.node = node;
        this.name = name;
    }

    /** The database's part in it. */
    public Session database() {
        return database;
    }

    /** Sends when it commits. */
    public void send(String queue, Parcel parcel) {
        send(queue, parcel, 0);
    }

    /** Sends when it commits, to be delivered that many milliseconds later. */
    public void send(String queue, Parcel parcel, long delay) {
        sent.add(new Sent(queue, parcel, delay));
    }

    /** Takes another message of a queue, if there is one. */
    public Delivery receiveNoWait(String queueName) {
        SimulatedQueue queue = broker.queue(queueName);
        if (queue.isEmpty()) {
            return null;
        }
        Delivery delivery = queue.take(world);
        took(queue, delivery);
        return delivery;
    }

    void took(SimulatedQueue queue, Delivery delivery) {
        taken.add(new Taken(queue, delivery));
    }

    /** Runs when it has ended, however it did. */
    public void onEnd(Runnable action) {
        ends.add(action);
    }

    /** Runs when it has committed, unless the node was killed by then. */
    public void onCommit(Runnable action) {
        commits.add(action);
    }

    /** A point at which the process can be held up or killed. */
    public void checkpoint(String where) {
        if (world.fault(world.weather().crash())) {
            world.trace("%s is killed %s", node, where);
            node.kill();
        }
        world.pause();
        checkAlive();
    }

    /** Lets time pass, as work does. */
    public void pass(long millis) {
        if (millis > 0) {
            world.pass(millis);
            checkAlive();
        }
    }

    /** Kills the process. */
    public void kill() {
        node.kill();
        checkAlive();
    }

    private void checkAlive() {
        if (state == State.ENDED) {
            throw new NodeKilled();
        }
    }

    /** Commits what was done in the database before the rest, which is messages only from now on. */
    public void commitDatabase() {
        checkpoint("before the database's commit");
        while (!isPrepared()) {
            pass(world.millis(1, 200));
        }
        database.commit();
        database = new Session();
        world.trace("%s committed the database's part of %s", node, name);
        commits.forEach(Runnable::run);
        commits.clear();
        checkpoint("after the database's commit");
    }

    private boolean isPrepared() {
        try {
            database.prepare();
            return true;
        } catch (Blocked blocked) {
            waited++;
            if (waited >= LONGEST_WAIT) {
                throw new Conflict(blocked.getMessage());
            }
            return false;
        }
    }

    void commitSoon() {
        if (world.isCalm()) {
            prepare();
            return;
        }
        boolean stalled = world.fault(world.weather().stall());
        world.after(world.millis(0, stalled ? 5000 : 3), this::prepare);
    }

    private void prepare() {
        if (state != State.ACTIVE) {
            return;
        }
        if (world.fault(world.weather().crash())) {
            world.trace("%s is killed before the commit of %s", node, name);
            node.kill();
            return;
        }
        try {
            database.prepare();
            decide();
        } catch (Blocked blocked) {
            waited++;
            if (waited == LONGEST_WAIT) {
                rollback(blocked);
            } else {
                world.after(world.millis(1, 200), this::prepare);
            }
        } catch (Conflict conflict) {
            rollback(conflict);
        }
    }

    private void decide() {
        state = State.DECIDED;
        branches.add(database::commit);
        branches.add(world.random(3) == 0 && !world.isCalm() ? 0 : 1, this::commitMessages);
        commitNext();
    }

    private void commitNext() {
        if (branches.isEmpty()) {
            committed();
            return;
        }
        branches.remove(0).run();
        if (branches.size() == 1 && world.fault(world.weather().doubt())) {
            world.trace("%s is killed in the commit of %s", node, name);
            node.kill();
        } else if (state == State.DECIDED && world.isCalm()) {
            commitNext();
        } else if (state == State.DECIDED) {
            world.after(world.millis(0, 4), this::commitNext);
        }
    }

    private void commitMessages() {
        sent.forEach(this::deliver);
    }

    private void committed() {
        if (state == State.DECIDED) {
            world.trace("%s committed %s", node, name);
            end();
            commits.forEach(Runnable::run);
            if (world.fault(world.weather().crash())) {
                world.trace("%s is killed after the commit of %s", node, name);
                node.kill();
            }
        }
    }

    void rollback(RuntimeException why) {
        world.trace("%s rolls back %s: %s", node, name, why);
        database.rollback();
        taken.forEach(t -> broker.failed(t.queue(), t.delivery()));
        end();
    }

    void putBack(Blocked why) {
        world.trace("%s waits with %s for %s", node, name, why.getMessage());
        database.rollback();
        taken.forEach(t -> broker.untouched(t.queue(), t.delivery()));
        end();
    }

    /** The process is gone: what was not decided is undone, what was is completed when the transaction is recovered. */
    void killed() {
        if (state == State.DECIDED) {
            world.after(world.millis(100, 20_000), this::recover);
        } else {
            database.rollback();
            taken.forEach(t -> broker.lost(t.queue(), t.delivery()));
        }
        end();
    }

    private void recover() {
        world.trace("%s is recovered", name);
        branches.forEach(Runnable::run);
        branches.clear();
    }

    private void end() {
        state = State.ENDED;
        node.ended(this);
        ends.forEach(Runnable::run);
    }

    @Override
    public String toString() {
        return name;
    }

    private void deliver(Sent message) {
        if (message.delay() == 0) {
            broker.put(message.queue(), message.parcel());
        } else {
            world.after(message.delay(), () -> broker.put(message.queue(), message.parcel()));
        }
    }
}
