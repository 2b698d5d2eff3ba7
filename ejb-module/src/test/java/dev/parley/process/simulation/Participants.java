package dev.parley.process.simulation;

import dev.parley.conversation.Carried;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.message.MessageKind;
import dev.parley.process.definition.Offer;
import dev.parley.process.event.Bar;
import dev.parley.process.event.CameLate;
import dev.parley.process.event.NotBarred;
import dev.parley.process.event.UndoChild;
import dev.parley.process.rule.AskKey;
import dev.parley.process.state.Phase;
import dev.parley.process.state.StepId;
import dev.parley.simulation.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Whoever is asked: prompt, slow, silent, saying no, late, twice. Each request is an exchange, which ends with one
 * answer by its deadline.
 */
final class Participants {

    private static final String NOTHING = "{\"outcome\": \"nothing-to-undo\"}";

    private final World world;
    private final Ledger ledger;
    private final Consumer<Event> tell;
    private final Map<String, Exchange> exchanges = new LinkedHashMap<>();

    /** A request, and whether it has been answered. */
    private static final class Exchange {
        final String key;
        final String operation;
        final Ledger.Entry entry;
        boolean answered;
        boolean taken;
        boolean withdrawn;

        Exchange(String key, String operation, Ledger.Entry entry) {
            this.key = key;
            this.operation = operation;
            this.entry = entry;
        }
    }

    Participants(World world, Ledger ledger, Consumer<Event> tell) {
        this.world = world;
        this.ledger = ledger;
        this.tell = tell;
    }

    void ask(Effect.Ask ask, Carried message) {
        AskKey key = AskKey.of(ask.key());
        if (exchanges.containsKey(ask.key())) {
            return;
        }
        Exchange exchange = new Exchange(ask.key(), ask.operation(), ledger.of(message.messageId()));
        exchanges.put(ask.key(), exchange);
        world.at(ask.deadline(), () -> expire(exchange));
        long delay = world.chance(0.1) ? world.millis(0, 3_000_000) : world.millis(0, 20_000);
        switch (key.phase()) {
            case FORWARD -> world.after(delay, () -> take(exchange));
            case OUTCOME -> world.after(delay, () -> sayOutcome(exchange, key));
            case UNDO ->
                world.after(
                        delay,
                        () -> undo(exchange, ledger.of(message.properties().get("Compensates"))));
        }
    }

    private void expire(Exchange exchange) {
        answer(exchange, MessageKind.FAULT, problem("expired"));
    }

    static String problem(String name) {
        return "{\"type\": \"urn:parley:fault:" + name + "\"}";
    }

    private void answer(Exchange exchange, MessageKind kind, String body) {
        if (!exchange.answered) {
            exchange.answered = true;
            tell.accept(new Event.Answered(exchange.key, "child", kind, body));
        }
    }

    private static boolean isOutside(String operation) {
        Offer offer = ProcessGenerator.OFFERS.of(operation);
        return offer.kind() == Offer.Kind.PROVIDER;
    }

    private void take(Exchange exchange) {
        if (exchange.withdrawn || (!isOutside(exchange.operation) && exchange.answered)) {
            return;
        }
        exchange.taken = true;
        if (isOutside(exchange.operation)) {
            provide(exchange);
        } else if (exchange.operation.equals("bean-moody") && world.chance(0.3)) {
            answer(exchange, MessageKind.FAULT, problem("operation-failed"));
        } else {
            verdict(exchange);
        }
    }

    private void verdict(Exchange exchange) {
        if (exchange.entry.declined || (!exchange.entry.done && world.chance(0.12))) {
            exchange.entry.declined = true;
            answer(exchange, MessageKind.FAULT, problem("no"));
        } else {
            ledger.act(exchange.entry);
            answer(exchange, MessageKind.REPLY, "{\"at\": 1}");
        }
    }

    /** Who is outside has done it before anybody hears of that; and what is barred at the fence is not done. */
    private void provide(Exchange exchange) {
        Ledger.Entry entry = exchange.entry;
        if (entry.barred && !entry.done) {
            answer(exchange, MessageKind.FAULT, problem("barred"));
            return;
        }
        boolean no = entry.declined || (!entry.done && world.chance(0.12));
        entry.declined = no;
        if (!no) {
            ledger.act(entry);
        }
        boolean silent = exchange.operation.equals("far-silent") ? world.chance(0.7) : world.chance(0.15);
        if (silent && !exchange.operation.equals("far-unfenced")) {
            world.after(
                    world.millis(0, 60_000), () -> answer(exchange, MessageKind.FAULT, problem("provider-timeout")));
        }
        long delay =
                silent ? world.millis(30_000, world.chance(0.2) ? 60_000_000 : 5_000_000) : world.millis(0, 10_000);
        boolean lost = silent && world.chance(0.5) && !exchange.operation.equals("far-unfenced");
        if (!lost) {
            world.after(delay, () -> reply(exchange, no));
        }
    }

    private void reply(Exchange exchange, boolean no) {
        MessageKind kind = no ? MessageKind.FAULT : MessageKind.REPLY;
        String body = no ? problem("no") : "{\"at\": 1}";
        if (exchange.answered) {
            tell.accept(new CameLate(exchange.key, kind, body));
        } else {
            answer(exchange, kind, body);
        }
    }

    private void sayOutcome(Exchange exchange, AskKey key) {
        if (world.chance(0.3)) {
            answer(exchange, MessageKind.REPLY, "{\"outcome\": \"in-doubt\"}");
            return;
        }
        boolean done = false;
        for (Exchange other : exchanges.values()) {
            if (other.key.startsWith(new AskKey(Phase.FORWARD, key.step(), 1).message())
                    && AskKey.of(other.key).step().equals(key.step())) {
                done |= other.entry.done;
                other.entry.barred = true;
            }
        }
        answer(
                exchange,
                MessageKind.REPLY,
                done ? "{\"outcome\": \"done\", \"reply\": {}}" : "{\"outcome\": \"not-done\"}");
    }

    private void undo(Exchange exchange, Ledger.Entry target) {
        String operation = exchange.operation;
        boolean moody = !operation.equals("undo");
        boolean far = operation.equals("undo-far");
        if (exchange.withdrawn) {
            return;
        }
        exchange.taken = true;
        if ((operation.equals("undo-no") && world.chance(0.5)) || (far && world.chance(0.1))) {
            answer(exchange, MessageKind.FAULT, problem("closed"));
        } else if (far && world.chance(0.2)) {
            undoSlowly(exchange, target);
        } else if (moody && world.chance(0.3)) {
            answer(exchange, MessageKind.FAULT, problem("operation-failed"));
        } else {
            String said = undoing(exchange, target);
            boolean silent = far && world.chance(0.3);
            answer(
                    exchange,
                    silent ? MessageKind.FAULT : MessageKind.REPLY,
                    silent ? problem("provider-timeout") : said);
        }
    }

    /** It is given up before it is done, and done nevertheless. */
    private void undoSlowly(Exchange exchange, Ledger.Entry target) {
        answer(exchange, MessageKind.FAULT, problem("provider-timeout"));
        world.after(world.millis(0, world.chance(0.3) ? 30_000_000 : 3_000_000), () -> {
            String said = undoing(exchange, target);
            tell.accept(new CameLate(exchange.key, MessageKind.REPLY, said));
        });
    }

    private String undoing(Exchange exchange, Ledger.Entry target) {
        String said = undo(target);
        exchange.entry.done |= !said.equals(NOTHING);
        return said;
    }

    /** Whether something that undoes the step, in another message than has undone it, may still be begun. */
    boolean mayUndoAgain(StepId step) {
        List<Exchange> undoing = exchanges.values().stream()
                .filter(e -> AskKey.of(e.key).phase() == Phase.UNDO
                        && AskKey.of(e.key).step().equals(step))
                .toList();
        return undoing.stream().anyMatch(e -> e.entry.done)
                && undoing.stream().anyMatch(e -> !e.entry.done && !e.answered && !e.withdrawn && !e.taken);
    }

    /** What was not done, and comes later, is barred; but not by who has no fence. */
    private String undo(Ledger.Entry target) {
        if (target.done) {
            target.undone = true;
            return "{}";
        }
        boolean fenced = exchanges.values().stream()
                .filter(e -> e.entry == target)
                .noneMatch(e -> e.operation.equals("far-unfenced"));
        target.barred = fenced;
        return NOTHING;
    }

    /** Somebody may have one of them in hand just then. */
    void bar(Bar bar) {
        List<Exchange> asked = exchanges.values().stream()
                .filter(e -> AskKey.of(e.key).message().equals(bar.key()))
                .toList();
        if (asked.stream().anyMatch(e -> !e.answered) && world.chance(0.2)) {
            tell.accept(new NotBarred(bar.key()));
            return;
        }
        asked.forEach(this::withdraw);
    }

    private void withdraw(Exchange exchange) {
        boolean mine = !exchange.operation.equals("far-unfenced");
        boolean begun = exchange.taken || exchange.answered || !mine;
        exchange.entry.barred |= mine && !exchange.taken;
        exchange.withdrawn = !begun;
        if (!begun) {
            answer(
                    exchange,
                    MessageKind.FAULT,
                    problem(exchange.operation.equals("child") ? "cancelled" : "withdrawn"));
        }
    }

    void undoChild(UndoChild undo) {
        Exchange exchange = new Exchange(undo.key(), "undo", ledger.of(undo.key()));
        if (exchanges.putIfAbsent(undo.key(), exchange) == null) {
            exchanges.values().stream()
                    .filter(e -> AskKey.of(e.key).message().equals(undo.asked()) && e.entry.stands())
                    .findFirst()
                    .ifPresent(e -> undo(e.entry));
            world.after(world.millis(0, 20_000), () -> answer(exchange, MessageKind.REPLY, "{}"));
        }
    }

    /** What turns out to be done after the end is undone then. */
    void repair(Effect.Ask repair) {
        AskKey key = AskKey.of(repair.key());
        String asked = new AskKey(Phase.FORWARD, key.step(), 1).message();
        world.after(world.millis(0, 20_000), () -> exchanges.values().stream()
                .filter(e -> AskKey.of(e.key).message().equals(asked) && e.entry.stands())
                .toList()
                .forEach(e -> undo(e.entry)));
    }
}
