package dev.parley.it.deployment.greetings;

import dev.parley.Exchange;
import dev.parley.Operation;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Quick operations: one says who calls it, the others may fail. */
@Stateless
public class Doorbell {

    private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

    /** The conversations in which {@code buzz} was called, also if that was rolled back. */
    public static final List<String> BUZZED = new CopyOnWriteArrayList<>();

    @Resource
    private SessionContext session;

    @Operation("ring")
    public Greeting ring(Greet request, Exchange exchange) {
        return new Greeting(
                session.isCallerInRole("participant") ? "a participant" : "nobody", exchange.conversationId());
    }

    @Operation("knock")
    public Greeting knock(Greet request, Exchange exchange) {
        failOnce(request);
        return new Greeting("Come in", exchange.conversationId());
    }

    @Operation("tap")
    public Greeting tap(Greet request, Exchange exchange) {
        failOnce(request);
        return new Greeting("Come in", exchange.conversationId());
    }

    @Operation("buzz")
    public Greeting buzz(Greet request, Exchange exchange) {
        BUZZED.add(exchange.conversationId());
        failOnce(request);
        return new Greeting("Come in", exchange.conversationId());
    }

    /** For each name that begins with {@code once}. */
    private static void failOnce(Greet request) {
        if (request.name().startsWith("once") && FAILED.add(request.name())) {
            throw new IllegalStateException("Not heard, " + request.name());
        }
    }
}
