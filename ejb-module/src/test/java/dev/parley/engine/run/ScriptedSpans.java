package dev.parley.engine.run;

import dev.parley.engine.trace.Handled;
import dev.parley.engine.trace.SpanOutcome;
import dev.parley.engine.trace.Spans;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Spans that are numbered, all in one trace, and kept. */
final class ScriptedSpans implements Spans {

    final List<Handled> handled = new ArrayList<>();
    final List<SpanOutcome> outcomes = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();

    /** That of the span with that number, from 1. */
    static String number(int span) {
        return String.format("00-0af7651916cd43dd8448eb211c80319c-%016x-01", span);
    }

    @Override
    public <T> T batch(String queue, int size, Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T handle(Handled message, Supplier<T> work, Function<T, SpanOutcome> outcome) {
        handled.add(message);
        open.push(handled.size());
        try {
            T done = work.get();
            outcomes.add(outcome.apply(done));
            return done;
        } finally {
            open.pop();
        }
    }

    @Override
    public String here(String otherwise) {
        return open.isEmpty() ? otherwise : number(open.element());
    }

    @Override
    public String caller(String given) {
        return given;
    }
}
