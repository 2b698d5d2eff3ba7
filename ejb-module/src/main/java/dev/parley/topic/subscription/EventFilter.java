package dev.parley.topic.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.Violation;
import dev.parley.topic.event.StoredEvent;
import dev.parley.value.Condition;
import dev.parley.value.ConditionReader;
import dev.parley.value.Findings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The filter of a subscription: a condition on events, as data. */
public final class EventFilter {

    private static final Set<String> ROOTS = Set.of("id", "type", "source", "subject", "time", "extensions", "data");

    private final @Nullable Condition condition;

    private EventFilter(@Nullable Condition condition) {
        this.condition = condition;
    }

    /** The filter that a definition has, which was read before; one that lets all through if it has none. */
    public static EventFilter of(@Nullable JsonNode json) {
        return new EventFilter(json == null ? null : new ConditionReader(new Findings()).read(json, ""));
    }

    /** What is wrong with a filter, by its places in the definition. */
    static List<Violation> violations(JsonNode json, String at) {
        Findings findings = new Findings();
        Condition condition = new ConditionReader(findings).read(json, at);
        condition
                .references()
                .filter(reference -> !ROOTS.contains(reference.root()))
                .forEach(reference -> findings.refuse(
                        reference.at(),
                        "a pointer into an event: /data/…, /type, /source, /subject, /id, /time or /extensions/…"));
        return findings.violations();
    }

    /** True if the event is to be delivered. */
    public boolean takes(StoredEvent event) {
        return condition == null || condition.holds(event::find);
    }
}
