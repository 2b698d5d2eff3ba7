package dev.parley.it.deployment.greetings;

import dev.parley.Answer;
import dev.parley.Exchange;
import dev.parley.Operation;
import dev.parley.Requester;
import dev.parley.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Operations that ask for others. */
@ApplicationScoped
public class Introductions {

    /** What was answered to {@code introduce}, by all of them. */
    public static final List<Answer<Greeting>> ANSWERS = new CopyOnWriteArrayList<>();

    @Inject
    Requester requester;

    @Operation("introduce")
    public void introduce(Greet request, Exchange exchange) {
        requester.request("greet", request, "introduced", Terms.DEFAULT.withState("for " + exchange.conversationId()));
        if (request.name().equals("undecided")) {
            throw new IllegalStateException("Not introduced after all");
        }
    }

    @Operation("introduced")
    public void introduced(Answer<Greeting> answer) {
        ANSWERS.add(answer);
    }

    @Operation("introduce-to-nobody-known")
    public void introduceWrongly(Greet request) {
        requester.send("greeet", request);
    }

    @Operation("echo")
    public void echo(Greet request) {
        requester.send("echo", request);
    }
}
