package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.value.Scope;
import dev.parley.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message that a process awaits, by one or more of its steps.
 *
 * @param name its name
 * @param steps the steps that await it
 */
public record AwaitedMessage(String name, List<Step.Await> steps) {

    private static final String ROLE = "role:";

    public AwaitedMessage {
        steps = List.copyOf(steps);
    }

    /** All messages of a process, by their names. */
    static Map<String, AwaitedMessage> of(Stream<Step> steps) {
        Map<String, List<Step.Await>> awaits = steps.filter(Step.Await.class::isInstance)
                .map(Step.Await.class::cast)
                .collect(Collectors.groupingBy(Step.Await::message, LinkedHashMap::new, Collectors.toList()));
        Map<String, AwaitedMessage> messages = new LinkedHashMap<>();
        awaits.forEach((name, all) -> messages.put(name, new AwaitedMessage(name, all)));
        return messages;
    }

    /** Its schema; null for any JSON. */
    public @Nullable JsonNode schema() {
        return steps.stream()
                .map(step -> step.terms().schema())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** By which attributes an instance is found that it does not name; empty if it has to name one. */
    public Map<String, Value> key() {
        return steps.stream()
                .map(step -> step.terms().key())
                .filter(key -> !key.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    /**
     * The attributes that its instance has.
     *
     * @throws dev.parley.value.ValueMissing if something in the message is not there
     */
    public Map<String, String> key(JsonNode message) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        known.set("message", message);
        Scope scope = known::at;
        Map<String, String> values = new TreeMap<>();
        key().forEach((attribute, value) -> values.put(attribute, Attribute.text(value.in(scope))));
        return values;
    }

    /** Whether it begins an instance where its key finds none. */
    public boolean starts() {
        return steps.stream().anyMatch(step -> step.terms().start());
    }

    /** Who may send it; empty if anybody may to one of its steps. */
    public Set<String> senders() {
        Set<String> senders = new TreeSet<>();
        for (Step.Await step : steps) {
            if (step.from() == null) {
                return Set.of();
            }
            senders.add(step.from());
        }
        return senders;
    }

    /** The roles that somebody who sends it may have to have. */
    public Set<String> roles() {
        return steps.stream()
                .map(Step.Await::from)
                .filter(Objects::nonNull)
                .filter(from -> from.startsWith(ROLE))
                .map(from -> from.substring(ROLE.length()))
                .collect(Collectors.toSet());
    }

    /** Whether somebody with that name and these roles may send it to a step that says so. */
    public static boolean maySend(@Nullable String from, @Nullable String user, Set<String> roles) {
        if (from == null) {
            return true;
        }
        return from.startsWith(ROLE)
                ? roles.contains(from.substring(ROLE.length()))
                : user != null && from.equals("user:" + user);
    }
}
