package dev.parley.it.deployment.greetings;

import dev.parley.Exchange;
import dev.parley.Operation;
import dev.parley.Process;
import dev.parley.Requester;
import dev.parley.Steps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** A process that is led by code: it greets somebody, and goes on when it is told that that is enough. */
@ApplicationScoped
public class Rounds {

    private static final String ENOUGH = "enough";

    @Inject
    Requester requester;

    @Process("go-round")
    public Steps goRound(Steps.Of<Greet> round) {
        return round.attribute("name", "/request/name")
                .then(round.step("greet", "greet", Greeting.class))
                .then(enough(round));
    }

    /** Its first step tells the very process that it is a step of. */
    @Process("go-round-once")
    public Steps goRoundOnce(Steps.Of<Greet> round) {
        return round.attribute("name", "/request/name")
                .then(round.step("greet", "greet-once", Greeting.class))
                .then(enough(round));
    }

    private static Steps.Message<Greet> enough(Steps.Of<Greet> round) {
        return round.message("wait", ENOUGH).key("name", "/message/name").timeout(Duration.ofMinutes(10));
    }

    @Operation("greet-once")
    public Greeting greetOnce(Greet request, Exchange exchange) {
        requester.tell("go-round-once", ENOUGH, request);
        return new Greeting("Hello once, " + request.name(), exchange.conversationId());
    }
}
