package dev.parley.it.deployment.greetings;

import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** An application's operation: a bean in a jar, and nothing else. */
@ApplicationScoped
public class Greetings {

    @Operation("greet")
    public Greeting greet(Greet request, Exchange exchange) throws Fault {
        if (request.name().equals("nobody")) {
            throw new Fault("nobody-there", "Nobody is nobody to greet", Map.of("name", request.name()));
        }
        return new Greeting("Hello " + request.name(), exchange.conversationId());
    }
}
