package dev.parley.engine.run;

import dev.parley.engine.outbox.Outbox;
import dev.parley.engine.outbox.OutboxBatch;
import dev.parley.engine.outbox.OutboxRow;
import dev.parley.engine.outbox.OutboxSweep;
import dev.parley.engine.outbox.OutboxSweeper;
import dev.parley.engine.wire.WireMessage;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Node;
import dev.parley.simulation.Session;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.VirtualClock;
import dev.parley.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Sends a simulated node's outbox as {@link OutboxSweeper} does: after commits, and in intervals. */
final class SimulatedSweeper {

    private final World world;
    private final Broker broker;
    private final Node node;
    private final EngineTables tables;
    private final Defect defect;
    private final Duration interval;
    private boolean running;
    private boolean again;

    SimulatedSweeper(World world, Broker broker, Node node, EngineTables tables, Defect defect, Duration interval) {
        this.world = world;
        this.broker = broker;
        this.node = node;
        this.tables = tables;
        this.defect = defect;
        this.interval = interval;
    }

    void start() {
        running = false;
        again = false;
        inIntervals();
    }

    private void inIntervals() {
        ask();
        node.after(interval.toMillis(), this::inIntervals);
    }

    void ask() {
        if (running) {
            again = true;
        } else {
            running = true;
            node.after(world.millis(0, 5), this::sweep);
        }
    }

    private void sweep() {
        again = false;
        node.transaction("outbox", process -> {
            process.onEnd(this::ended);
            try {
                sweep(process);
            } catch (IllegalStateException brokerIsGone) {
                node.after(500, this::ask);
            }
        });
    }

    private void sweep(Transaction process) {
        Sessions sessions = new Sessions();
        var outbox = new Current(process, sessions);
        var courier = new SimulatedOutboxPublisher(world, broker, process);
        var batch = new OutboxBatch(outbox, courier, new VirtualClock(world), until -> node.at(until, this::ask));
        new OutboxSweep(batch, sessions).sendAll();
    }

    private void ended() {
        running = false;
        if (again) {
            ask();
        }
    }

    private static final class Sessions implements OutboxSweep.InNew {

        private Session current = new Session();

        @Override
        public <T> T inNew(Supplier<T> work) {
            current = new Session();
            try {
                T result = work.get();
                current.commitAtOnce();
                return result;
            } finally {
                current.rollback();
            }
        }
    }

    private final class Current implements Outbox {

        private final Transaction process;
        private final Sessions sessions;

        Current(Transaction process, Sessions sessions) {
            this.process = process;
            this.sessions = sessions;
        }

        private Outbox outbox() {
            return new StoreOutbox(world, tables, process, sessions.current, defect);
        }

        @Override
        public void write(List<WireMessage> messages) {
            outbox().write(messages);
        }

        @Override
        public List<OutboxRow> claim(Instant now, int most) {
            return outbox().claim(now, most);
        }

        @Override
        public void remove(List<OutboxRow> sent) {
            outbox().remove(sent);
        }

        @Override
        public void putOff(OutboxRow row, Instant until) {
            outbox().putOff(row, until);
        }
    }
}
