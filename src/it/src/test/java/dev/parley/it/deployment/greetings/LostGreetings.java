package dev.parley.it.deployment.greetings;

import dev.parley.Operation;

/** Would serve an operation, if only it were a bean. */
public class LostGreetings {

    @Operation("greet-nobody")
    public Greeting greetNobody(Greet request) {
        return new Greeting("Where is " + request.name(), "");
    }
}
