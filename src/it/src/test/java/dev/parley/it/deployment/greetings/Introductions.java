package dev.parley.it.deployment.greetings;

import dev.parley.Answer;
import dev.parley.Exchange;
import dev.parley.Operation;
import dev.parley.RequestOptions;
import dev.parley.Requester;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Operations that ask for others. */
@ApplicationScoped
public class Introductions {

    /** What was answered to {@code introduce}, by all of them. */
    public static final List<Answer<Greeting>> ANSWERS = new CopyOnWriteArrayList<>();

    /** What became of slips, by what {@code introduce-on-a-route} has given along. */
    public static final Map<String, Answer<JsonObject>> ROUTES = new ConcurrentHashMap<>();

    @Inject
    Requester requester;

    /** A route with one stop, at which somebody is greeted. */
    public static JsonObject route(String name, boolean kept) {
        JsonObject step = Json.createObjectBuilder()
                .add("operation", "greet")
                .add("arguments", Json.createObjectBuilder().add("name", name))
                .add("as", "greeting")
                .build();
        return Json.createObjectBuilder()
                .add("kept", kept)
                .add("itinerary", Json.createArrayBuilder().add(step))
                .build();
    }

    @Operation("introduce-on-a-route")
    public void introduceOnARoute(Greet request, Exchange exchange) {
        requester.request(
                "parley.slip",
                route(request.name(), false),
                "introduced-on-a-route",
                RequestOptions.DEFAULT.withState("for " + exchange.conversationId()));
    }

    @Operation("introduced-on-a-route")
    public void introducedOnARoute(Answer<JsonObject> answer) {
        ROUTES.put(answer.state(), answer);
    }

    @Operation("introduce")
    public void introduce(Greet request, Exchange exchange) {
        requester.request(
                "greet", request, "introduced", RequestOptions.DEFAULT.withState("for " + exchange.conversationId()));
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
