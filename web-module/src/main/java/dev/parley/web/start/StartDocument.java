package dev.parley.web.start;

import dev.parley.engine.broker.QueueStates;
import dev.parley.engine.config.Release;
import dev.parley.engine.gateway.Dependencies;
import dev.parley.engine.gateway.Dependency;
import dev.parley.message.Caller;
import dev.parley.web.RecordJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The start document: who has an address and nothing else finds the rest from there. */
@ApplicationScoped
class StartDocument {

    /** The collections of the interface, with what they are. */
    private static final List<Entrance> ENTRANCES = List.of(
            new Entrance("operations", "What can be asked for"),
            new Entrance("conversations", "What became of it"),
            new Entrance("processes", "Several exchanges as one conversation"),
            new Entrance("mailboxes", "Messages for those who can only ask for them"),
            new Entrance("topics", "Events for all who have subscribed to them"),
            new Entrance("pools", "Resources that are held by who still wants them"));

    private static final Entrance OF_OPERATORS = new Entrance("dead-letters", "What nobody could be told");

    @Inject
    Dependencies dependencies;

    private record Entrance(String name, String title) {

        StartBody.Link link(String base) {
            return new StartBody.Link(name, base + name, title);
        }
    }

    /**
     * The document.
     *
     * @param base the path of the interface, ending with a slash
     * @param caller who reads it
     */
    JsonObject at(String base, Caller caller) {
        List<Dependency> looked = dependencies.look();
        return RecordJson.of(new StartBody(
                "Parley",
                Release.version(),
                status(looked.stream().allMatch(Dependency::up)),
                looked.stream().map(StartDocument::check).toList(),
                new StartBody.Reader(caller.name(), caller.operator()),
                caller.operator() ? queues() : null,
                links(base, caller.operator())));
    }

    private static @Nullable List<StartBody.Queue> queues() {
        List<StartBody.Queue> queues = QueueStates.all().stream()
                .map(queue -> new StartBody.Queue(queue.name(), queue.messages(), queue.oldest()))
                .toList();
        return queues.isEmpty() ? null : queues;
    }

    private static StartBody.Check check(Dependency dependency) {
        return new StartBody.Check(dependency.name(), status(dependency.up()));
    }

    private static List<StartBody.Link> links(String base, boolean operator) {
        List<StartBody.Link> links = new ArrayList<>();
        links.add(new StartBody.Link("self", base, "This document"));
        ENTRANCES.forEach(entrance -> links.add(entrance.link(base)));
        if (operator) {
            links.add(OF_OPERATORS.link(base));
        }
        links.add(new StartBody.Link(
                "console", URI.create(base).resolve("../console/").toString(), "The same for people"));
        links.add(new StartBody.Link("service-desc", "/openapi", "The OpenAPI document of everything"));
        links.add(new StartBody.Link(
                "service-desc", base + "openapi", "The OpenAPI document of the operations that are there now"));
        links.add(new StartBody.Link(
                "service-desc", base + "asyncapi", "The AsyncAPI document of the same, over messaging"));
        return links;
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
