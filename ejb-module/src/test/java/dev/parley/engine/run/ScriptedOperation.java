package dev.parley.engine.run;

import dev.parley.Exchange;
import dev.parley.directory.ServedOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** An operation that does what a test says, and counts its calls. */
final class ScriptedOperation implements ServedOperation {

    record Body(String text) implements Request {}

    final List<Exchange> calls = new ArrayList<>();
    private final Callable<String> script;

    ScriptedOperation(Callable<String> script) {
        this.script = script;
    }

    @Override
    public String name() {
        return "place-order";
    }

    @Override
    public boolean isolated() {
        return false;
    }

    @Override
    public String compensation() {
        return null;
    }

    @Override
    public Request read(String body) {
        return new Body(body);
    }

    @Override
    public String call(Request request, Exchange exchange) throws Exception {
        calls.add(exchange);
        return script.call();
    }
}
