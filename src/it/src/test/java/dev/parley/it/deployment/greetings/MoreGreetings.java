package dev.parley.it.deployment.greetings;

import dev.parley.Operation;
import jakarta.enterprise.context.ApplicationScoped;

/** Serves an operation that {@link Greetings} serves already. */
@ApplicationScoped
public class MoreGreetings {

    @Operation("greet")
    public Greeting greetAgain(Greet request) {
        return new Greeting("Hi " + request.name(), "");
    }
}
