package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The patterns' own parts of the engine. */
public final class PatternEngines {

    private record Plain(String pattern) implements PatternEngine {}

    private final List<PatternEngine> all;
    private final Map<String, PatternEngine> byPattern;

    /**
     * The parts of a node.
     *
     * @throws IllegalStateException if two are of one pattern
     */
    public PatternEngines(Collection<? extends PatternEngine> engines) {
        all = List.copyOf(engines);
        byPattern = all.stream().collect(Collectors.toUnmodifiableMap(PatternEngine::pattern, Function.identity()));
    }

    /** The part of a conversation's pattern; one that adds nothing if it has none. */
    public PatternEngine of(Conversation conversation) {
        return of(conversation.pattern());
    }

    /** The part of the pattern of that name; one that adds nothing if it has none. */
    PatternEngine of(String pattern) {
        PatternEngine own = byPattern.get(pattern);
        return own == null ? new Plain(pattern) : own;
    }

    /** The part that takes a request; empty if it begins an exchange. */
    Optional<PatternEngine> taking(PendingRequest request) {
        return all.stream().filter(engine -> engine.takes(request)).findFirst();
    }
}
