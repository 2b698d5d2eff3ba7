package dev.parley.slip.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Status;
import dev.parley.engine.config.Delivery;
import dev.parley.engine.gateway.Taken;
import dev.parley.engine.run.Defect;
import dev.parley.engine.run.EngineTables;
import dev.parley.engine.run.SimulatedEngine;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.exchange.ExchangePattern;
import dev.parley.message.Address;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import dev.parley.message.Sha256;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.Scenario;
import dev.parley.simulation.Table;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import dev.parley.slip.Commanded;
import dev.parley.slip.OrderReader;
import dev.parley.slip.Recalled;
import dev.parley.slip.Slip;
import dev.parley.slip.SlipEvent;
import dev.parley.slip.SlipEvents;
import dev.parley.slip.SlipHead;
import dev.parley.slip.SlipLimits;
import dev.parley.slip.SlipOffers;
import dev.parley.slip.SlipPattern;
import dev.parley.slip.SlipPolicy;
import dev.parley.slip.SlipSettings;
import dev.parley.slip.SlipText;
import dev.parley.slip.seal.Seals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One to three nodes with the same key, and slips on routes of operations of all characters; somebody who sends slips
 * again, or changes them; an operator who sees to those that are stuck.
 */
final class SlipScenario implements Scenario {

    private static final String QUEUE = SlipConsumer.QUEUE;
    private static final String NOTICES = "reply.alice";
    private static final Seals SEALS = Seals.of(Seals.newKeySet("simulated"));
    private static final Duration RETENTION = Duration.ofDays(7);

    private final World world;
    private final Broker broker;
    private final SlipDefect defect;
    private final EngineTables tables = new EngineTables();
    private final Table<Integer, String> effects = new Table<>("effect");
    private final Table<String, SlipInbox.Entry> inbox = new Table<>("slip inbox");
    private final List<SimulatedEngine> engines = new ArrayList<>();
    private final SlipSeals seals = new SlipSeals();
    private final SlipPolicy policy;
    private final Map<String, Slip> accepted = new HashMap<>();
    private final Map<String, List<Parcel>> notices = new HashMap<>();
    private final List<String> forged = new ArrayList<>();
    private final List<String> recalled = new ArrayList<>();
    private final OrderReader reader;

    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    SlipScenario(World world, SlipDefect defect, Delivery delivery) {
        this.world = world;
        this.defect = defect;
        seals.settings = new SlipSettings(SlipLimits.DEFAULT, Optional.of(SEALS));
        broker = SimulatedEngine.broker(world);
        broker.queue(QUEUE, 200, 100);
        broker.queue(NOTICES, 200, 100);
        broker.read(NOTICES, this::told);
        Deque<Transaction> transactions = SimulatedEngine.transactions();
        SlipOperations operations = new SlipOperations(world, transactions, effects);
        SlipOffers offers = new DirectoryOffers(operations.directory());
        policy = new SlipPolicy(SlipLimits.DEFAULT, offers);
        reader = new OrderReader(SlipLimits.DEFAULT, Duration.ofDays(1), offers, to -> true);
        Patterns patterns = new Patterns(List.of(new ExchangePattern(), new SlipPattern(SlipLimits.DEFAULT, offers)));
        Defect ofEngine = defect == SlipDefect.FORWARDED_BEFORE_COMMIT ? Defect.REPLY_BEFORE_COMMIT : Defect.NONE;
        for (int i = world.random(3); i >= 0; i--) {
            SimulatedEngine engine = new SimulatedEngine(
                    world,
                    broker,
                    tables,
                    patterns,
                    operations,
                    operations.directory(),
                    transactions,
                    ofEngine,
                    delivery,
                    List.of(new SlipEngine(seals)));
            engine.inlet(QUEUE, this::receive);
            engines.add(engine);
        }
    }

    private SlipBatch batch(UnitOfWork unit, Transaction transaction) {
        return new SlipBatch(unit, policy, seals.texts(), rows -> enter(rows, transaction));
    }

    private List<SlipInbox.Entry> enter(List<SlipInbox.Row> rows, Transaction transaction) {
        List<SlipInbox.Entry> entries = new ArrayList<>();
        for (SlipInbox.Row row : rows) {
            String key = row.sender() + "/" + row.messageId();
            SlipInbox.Entry entry = new SlipInbox.Entry(true, row.slipId(), row.contentHash());
            boolean isNew = transaction.database().insertIfAbsent(inbox, key, entry);
            SlipInbox.Entry there = transaction.database().read(inbox, key);
            entries.add(
                    isNew || defect == SlipDefect.INBOX_IGNORED
                            ? entry
                            : new SlipInbox.Entry(false, there.slipId(), there.contentHash()));
        }
        return entries;
    }

    private void receive(UnitOfWork unit, Transaction transaction, List<Taken> taken) {
        List<Hop> hops = new ArrayList<>();
        for (Taken one : taken) {
            String text = one.arrival().body();
            try {
                SlipText.Sealed sealed = seals.texts().read(SlipText.json(text).orElseThrow(), unit.now());
                hops.add(new Hop(
                        sealed.slip(),
                        sealed.until(),
                        Sha256.hex(text),
                        one.refused(),
                        defect == SlipDefect.NOT_LOOKED_FOR_AGAIN ? 1000 : one.looks(),
                        one.later()));
            } catch (Refusal refusal) {
                one.refused().park(refusal.problem());
            }
        }
        transaction.checkpoint("before slips travel");
        batch(unit, transaction).travel(hops);
    }

    private void told(Parcel notice) {
        String id = notice.property("MessageId");
        List<Parcel> known = notices.computeIfAbsent(notice.property("ConversationId"), slip -> new ArrayList<>());
        if (known.stream().noneMatch(n -> n.property("MessageId").equals(id))) {
            known.add(notice);
        }
    }

    @Override
    public void begin() {
        engines.forEach(SimulatedEngine::start);
        for (int i = world.random(4); i >= 0; i--) {
            world.after(world.millis(0, 30_000), this::start);
        }
        for (int i = world.random(3); i >= 0; i--) {
            world.after(world.millis(0, 60_000), this::meddle);
        }
        for (int minute = 1; minute < 25; minute++) {
            world.after(minute * 60_000L, this::help);
        }
        world.after(world.millis(60_000, 900_000), this::recall);
    }

    private void start() {
        String id = world.name("slip");
        Slip slip = Slip.start(
                new SlipHead(
                        id,
                        "user:alice",
                        id,
                        world.now().plusSeconds(600),
                        world.chance(0.5),
                        SlipEvents.all(Address.queue(NOTICES)),
                        0),
                reader.read("{\"itinerary\":[" + String.join(",", steps()) + "]}"));
        world.any(engines).happen("order", (unit, transaction) -> {
            batch(unit, transaction).start(slip);
            transaction.onCommit(() -> accepted.put(id, slip));
        });
    }

    private List<String> steps() {
        List<String> steps = new ArrayList<>();
        for (int i = world.random(4); i >= 0; i--) {
            String name = world.any(SlipOperations.NAMES);
            String compensation = world.chance(0.7) ? ",\"compensation\":\"" + SlipOperations.undoing(name) + "\"" : "";
            steps.add("{\"operation\":\"" + name + "\"" + compensation + "}");
        }
        return steps;
    }

    /** Somebody sends a slip again as it was, or another one that looks like it. */
    private void meddle() {
        if (accepted.isEmpty()) {
            return;
        }
        Slip slip = accepted.get(world.any(accepted.keySet().stream().sorted().toList()));
        String text = seals.texts().write(slip, world.now(), world.now().plus(RETENTION));
        if (world.chance(0.5)) {
            forged.add(slip.id());
            text = text.replace("\"operation\":\"", "\"operation\":\"undo-");
        }
        broker.put(QUEUE, new Parcel(world.name("ID:m"), null, null, null, Map.of(), null, text));
    }

    /** An operator sees to what is stuck. */
    private void help() {
        tables.conversations().committed().stream()
                .filter(c -> c.pattern().equals(SlipPattern.NAME) && c.status() == Status.STUCK)
                .map(Conversation::id)
                .sorted()
                .forEach(id -> world.any(engines)
                        .intervene(
                                id,
                                new Commanded(
                                        world.chance(0.3)
                                                ? new SlipEvent.Retried()
                                                : new SlipEvent.Skipped("user:olga"),
                                        "",
                                        "user:olga",
                                        "it has to end")));
    }

    /** Whoever asked for what is kept and has ended wants it undone. */
    private void recall() {
        tables.conversations().committed().stream()
                .filter(c -> c.pattern().equals(SlipPattern.NAME) && c.status() == Status.SUCCEEDED)
                .map(Conversation::id)
                .sorted()
                .filter(id -> world.chance(0.7))
                .forEach(id -> {
                    recalled.add(id);
                    world.any(engines).intervene(id, new Recalled("whoever"));
                });
    }

    @Override
    public Duration length() {
        return Duration.ofMinutes(40);
    }

    @Override
    public List<Violation> judge() {
        Map<String, List<String>> done = new HashMap<>();
        effects.committed().forEach(effect -> {
            String slip = effect.replaceFirst("\\.(forth|back)\\..*", "");
            done.computeIfAbsent(slip, s -> new ArrayList<>()).add(effect.substring(slip.length() + 1));
        });
        List<Violation> violations = new ArrayList<>();
        done.forEach((id, hops) -> {
            if (hops.stream().map(h -> h.split(" ", 2)[0]).distinct().count() < hops.size()) {
                violations.add(new Violation("each hop takes effect once", id + ": " + hops));
            }
        });
        accepted.keySet().stream().sorted().forEach(id -> judge(id, done.getOrDefault(id, List.of()))
                .forEach(violations::add));
        forgedRuns(done).forEach(violations::add);
        return violations;
    }

    /** What was changed would undo first. */
    private Stream<Violation> forgedRuns(Map<String, List<String>> done) {
        return forged.stream()
                .filter(id -> done.getOrDefault(id, List.of()).stream().anyMatch(h -> h.startsWith("forth.0 undo-")))
                .map(id -> new Violation("nothing runs that was not ordered", id));
    }

    private Stream<Violation> judge(String id, List<String> done) {
        List<Parcel> ends = notices.getOrDefault(id, List.of()).stream()
                .filter(n -> !n.type().equals("stuck"))
                .toList();
        boolean goneBack = recalled.contains(id)
                && ends.stream().map(Parcel::type).toList().equals(List.of("completed", "faulted"));
        if (ends.size() != 1 && !goneBack) {
            return Stream.of(new Violation("each slip ends, once", id + " has " + ends + " and did " + done));
        }
        Parcel end = ends.get(ends.size() - 1);
        JsonNode log = JsonText.parseExactly(end.body()).path("log");
        List<String> told = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (JsonNode entry : log) {
            String operation = entry.path("operation").asText();
            switch (entry.path("act").asText()) {
                case "done" -> {
                    told.add(operation);
                    if (entry.has("compensation")) {
                        open.add(0, entry.path("compensation").asText());
                    }
                }
                case "undone" -> {
                    told.add(operation);
                    remove(operation, open);
                }
                default -> remove(operation, open);
            }
        }
        List<String> effective = done.stream()
                .map(h -> h.split(" ", 2)[1])
                .filter(operation -> !operation.equals("refusing") && !operation.equals("undo-lasting"))
                .toList();
        boolean faulted = end.type().equals("faulted");
        return Stream.of(
                        told.equals(effective)
                                ? null
                                : new Violation("the log says what was done, in order", id + ": " + told + " " + done),
                        faulted && !open.isEmpty()
                                ? new Violation("what was done is undone in reverse, or written off", id + ": " + open)
                                : null)
                .filter(v -> v != null);
    }

    /** In reverse: the last one first. */
    private static void remove(String operation, List<String> open) {
        if (!open.isEmpty() && open.get(0).equals(operation)) {
            open.remove(0);
        }
    }
}
