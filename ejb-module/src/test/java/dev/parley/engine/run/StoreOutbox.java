package dev.parley.engine.run;

import dev.parley.engine.outbox.Outbox;
import dev.parley.engine.outbox.OutboxRow;
import dev.parley.engine.wire.WireJson;
import dev.parley.engine.wire.WireMessage;
import dev.parley.simulation.Session;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.World;
import java.time.Instant;
import java.util.List;

/** The outbox in a simulated database, within one session, whose process may be held up or killed at each step. */
final class StoreOutbox implements Outbox {

    private final World world;
    private final EngineTables tables;
    private final Transaction process;
    private final Session session;
    private final Defect defect;

    StoreOutbox(World world, EngineTables tables, Transaction process, Session session, Defect defect) {
        this.world = world;
        this.tables = tables;
        this.process = process;
        this.session = session;
        this.defect = defect;
    }

    @Override
    public void write(List<WireMessage> messages) {
        process.checkpoint("before it writes to the outbox");
        for (WireMessage message : messages) {
            long position = tables.nextPosition();
            OutboxRow row = new OutboxRow(
                    position,
                    world.name("u"),
                    WireJson.write(message),
                    message.body(),
                    world.now(),
                    0,
                    message.group() != null);
            world.trace("outbox %d: %s", position, message);
            session.insert(tables.outbox, position, new EngineTables.Unsent(row, message.group(), world.now()));
        }
    }

    @Override
    public List<OutboxRow> claim(Instant now, int most) {
        process.checkpoint("before it looks into the outbox");
        List<EngineTables.Unsent> claimed = session
                .scan(tables.outbox, u -> !u.dueAt().isAfter(now))
                .stream()
                .filter(this::isFirstOfItsGroup)
                .filter(u -> session.lockIfFree(tables.outbox, u.row().position()))
                .limit(most)
                .toList();
        List<OutboxRow> rows = claimed.stream().map(EngineTables.Unsent::row).toList();
        if (defect == Defect.OUTBOX_EMPTIED_FIRST) {
            remove(rows);
            session.commitAtOnce();
        }
        return rows;
    }

    private boolean isFirstOfItsGroup(EngineTables.Unsent unsent) {
        return unsent.group() == null
                || tables.outbox.committed().stream()
                        .noneMatch(e -> unsent.group().equals(e.group())
                                && e.row().position() < unsent.row().position());
    }

    @Override
    public void remove(List<OutboxRow> sent) {
        process.checkpoint("after it sent, before it empties the outbox");
        sent.forEach(row -> session.remove(tables.outbox, row.position()));
    }

    @Override
    public void putOff(OutboxRow row, Instant until) {
        OutboxRow tried = new OutboxRow(
                row.position(), row.id(), row.headers(), row.body(), row.writtenAt(), row.tries() + 1, row.isInGroup());
        String group = row.message().group();
        session.overwrite(tables.outbox, row.position(), new EngineTables.Unsent(tried, group, until));
    }
}
