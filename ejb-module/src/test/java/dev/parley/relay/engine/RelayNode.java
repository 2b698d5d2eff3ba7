package dev.parley.relay.engine;

import dev.parley.engine.commit.Result;
import dev.parley.relay.mailbox.Mailbox;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Conflict;
import dev.parley.simulation.Node;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A node with the Relay's real batches and sweeps. Orders that come while a transaction gathers share it. */
final class RelayNode {

    private static final Duration RETENTION = Duration.ofDays(7);
    private static final int SWEEP = 15_000;

    private final World world;
    private final MailTables tables;
    private final Map<String, Mailbox> mailboxes;
    private final RelayDefect defect;
    private final Node node;
    private List<Asked> gathered = new ArrayList<>();

    /** An order, and who gets its outcome. */
    private record Asked(MailOrder order, Consumer<Result<?>> answer) {}

    RelayNode(World world, Broker broker, MailTables tables, Map<String, Mailbox> mailboxes, RelayDefect defect) {
        this.world = world;
        this.tables = tables;
        this.mailboxes = mailboxes;
        this.defect = defect;
        node = new Node(world, broker, world.name("node"), this::judge);
        node.onStart(() -> {
            gathered = new ArrayList<>();
            sweepLater();
        });
    }

    private void judge(RuntimeException failure) {
        if (!(failure instanceof Conflict)) {
            world.violated(new Violation("the relay fails only as it says", failure.toString()));
        }
    }

    void start() {
        node.start();
    }

    /** Has an order carried out; nobody answers if the node is down, or dies. */
    void ask(MailOrder order, Consumer<Result<?>> answer) {
        node.after(0, () -> {
            gathered.add(new Asked(order, answer));
            if (gathered.size() == 1) {
                node.after(world.millis(0, 5), this::commit);
            }
        });
    }

    private void commit() {
        List<Asked> batch = gathered;
        gathered = new ArrayList<>();
        node.transaction("orders", transaction -> {
            var store = new MemoryMailStore(world, tables, transaction, mailboxes, defect);
            var result = new MailBatch(store, RETENTION, () -> world.name("id"), () -> world.name("key"))
                    .run(batch.stream().map(Asked::order).toList());
            Runnable answers = () -> answer(batch, result.outcomes());
            if (defect == RelayDefect.ANSWERED_BEFORE_COMMIT) {
                answers.run();
            } else {
                transaction.onCommit(answers);
            }
        });
    }

    private static void answer(List<Asked> batch, List<Result<?>> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().accept(outcomes.get(i));
        }
    }

    private void sweepLater() {
        node.after(world.millis(1, SWEEP), () -> {
            node.transaction("sweep", transaction -> {
                var store = new MemoryMailStore(world, tables, transaction, mailboxes, defect);
                var work = new MailWork(store, world.now(), RETENTION, () -> "i", () -> "k");
                new MailSweep(store, work, Object::toString, fault -> {}).sweep(10);
                work.finish();
            });
            sweepLater();
        });
    }
}
