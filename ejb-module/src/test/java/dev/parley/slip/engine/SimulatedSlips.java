package dev.parley.slip.engine;

import dev.parley.conversation.ConversationPattern;
import dev.parley.directory.Directory;
import dev.parley.directory.PatternOperations;
import dev.parley.engine.gateway.Taken;
import dev.parley.engine.run.PatternEngine;
import dev.parley.engine.run.SimulatedEngine;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.message.Refusal;
import dev.parley.message.Sha256;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Table;
import dev.parley.simulation.Transaction;
import dev.parley.slip.SlipLimits;
import dev.parley.slip.SlipOffers;
import dev.parley.slip.SlipPattern;
import dev.parley.slip.SlipPolicy;
import dev.parley.slip.SlipSettings;
import dev.parley.slip.SlipText;
import dev.parley.slip.seal.Seals;
import dev.parley.slip.undo.UndoPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Slips as operations, in a simulated world: what all nodes need for them, which have one key. */
public final class SimulatedSlips {

    private static final String QUEUE = SlipConsumer.QUEUE;
    private static final Seals SEALS = Seals.of(Seals.newKeySet("simulated"));

    private final Table<String, SlipInbox.Entry> inbox = new Table<>("slip inbox");
    private final SlipSeals seals = new SlipSeals();
    private final SlipOffers offers;
    private final SlipPolicy policy;

    /** Slips on routes of the operations of a directory. */
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    public SimulatedSlips(Broker broker, Directory directory) {
        seals.settings = new SlipSettings(SlipLimits.DEFAULT, Optional.of(SEALS));
        offers = new DirectoryOffers(directory);
        policy = new SlipPolicy(SlipLimits.DEFAULT, offers);
        broker.queue(QUEUE, 200, 100);
    }

    /** The operations by which they are asked for, and undone. */
    public PatternOperations operations() {
        return new OfferedOperations(SlipLimits.DEFAULT, offers);
    }

    /** Their patterns. */
    public List<ConversationPattern<?>> patterns() {
        return List.of(new SlipPattern(SlipLimits.DEFAULT, offers), new UndoPattern());
    }

    /** Their parts of an engine. */
    public List<PatternEngine> parts() {
        return List.of(new SlipEngine(seals), new UndoEngine());
    }

    /** Has a node take those that travel. */
    public void travelOn(SimulatedEngine engine) {
        engine.inlet(QUEUE, this::receive);
    }

    private void receive(UnitOfWork unit, Transaction transaction, List<Taken> taken) {
        List<Hop> hops = new ArrayList<>();
        for (Taken one : taken) {
            String text = one.arrival().body();
            try {
                SlipText.Sealed sealed = seals.texts().read(SlipText.json(text).orElseThrow(), unit.now());
                hops.add(new Hop(
                        sealed.slip(), sealed.until(), Sha256.hex(text), one.refused(), one.looks(), one.later()));
            } catch (Refusal refusal) {
                one.refused().park(refusal.problem());
            }
        }
        new SlipBatch(unit, policy, seals.texts(), rows -> enter(rows, transaction)).travel(hops);
    }

    private List<SlipInbox.Entry> enter(List<SlipInbox.Row> rows, Transaction transaction) {
        List<SlipInbox.Entry> entries = new ArrayList<>();
        for (SlipInbox.Row row : rows) {
            String key = row.sender() + "/" + row.messageId();
            SlipInbox.Entry entry = new SlipInbox.Entry(true, row.slipId(), row.contentHash());
            if (transaction.database().insertIfAbsent(inbox, key, entry)) {
                entries.add(entry);
            } else {
                SlipInbox.Entry there = transaction.database().read(inbox, key);
                entries.add(new SlipInbox.Entry(false, there.slipId(), there.contentHash()));
            }
        }
        return entries;
    }
}
