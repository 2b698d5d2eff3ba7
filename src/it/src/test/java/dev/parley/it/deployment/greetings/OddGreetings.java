package dev.parley.it.deployment.greetings;

import dev.parley.Operation;
import jakarta.enterprise.context.ApplicationScoped;

/** Has a method that cannot serve an operation: a request is one record. */
@ApplicationScoped
public class OddGreetings {

    @Operation("greet-oddly")
    public Greeting greetOddly(Greet request, Greet another) {
        return new Greeting("Hm " + request.name() + another.name(), "");
    }
}
