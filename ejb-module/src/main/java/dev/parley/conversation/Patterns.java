package dev.parley.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The patterns that a node knows, by name: the one place where a stored conversation and its pattern come together. */
public final class Patterns {

    /** The pattern of a request and its answer, in which every other pattern asks operations. */
    public static final String EXCHANGE = "exchange";

    /** The pattern of one message to many, and what comes back of it. */
    public static final String GATHERING = "gathering";

    /** What is being undone has been done. */
    private static final Set<Status> TO_DO = Set.of(Status.ACCEPTED, Status.RUNNING);

    private final Map<String, ConversationPattern<?>> byName;

    /**
     * The patterns of a node.
     *
     * @throws IllegalStateException if two have one name
     */
    public Patterns(Collection<? extends ConversationPattern<?>> patterns) {
        byName =
                patterns.stream().collect(Collectors.toUnmodifiableMap(ConversationPattern::name, Function.identity()));
    }

    /** The names of those that are known. */
    public Set<String> names() {
        return byName.keySet();
    }

    /**
     * True if what happens in a conversation can be decided on here, and in the one that asked for it. If not, it is
     * another node's.
     */
    public boolean know(Conversation conversation) {
        return missing(conversation) == null;
    }

    /**
     * The pattern that is not known here, its own or that of the conversation that gets its answer; null if both are.
     */
    public @Nullable String missing(Conversation conversation) {
        Parent parent = Parent.at(conversation.replyTo());
        if (!byName.containsKey(conversation.pattern())) {
            return conversation.pattern();
        }
        return parent == null || byName.containsKey(parent.pattern()) ? null : parent.pattern();
    }

    /** Whether a conversation that has failed can be had go on by {@link Event.Retried}. */
    public boolean goesOnAfterFailure(Conversation conversation) {
        return named(conversation.pattern()).goesOnAfterFailure();
    }

    /** True if a conversation goes on when its operation has run here. */
    public boolean awaitsWork(Conversation conversation) {
        return TO_DO.contains(conversation.status())
                && know(conversation)
                && awaitsWork(named(conversation.pattern()), conversation.patternState());
    }

    @SuppressWarnings("unchecked")
    private static <S extends PatternState> boolean awaitsWork(
            ConversationPattern<S> pattern, @Nullable PatternState state) {
        return pattern.awaitsWork((S) state);
    }

    /** Decides on an event for a conversation that is not there yet. */
    public Decision begin(String pattern, Event event, Instant now) {
        return named(pattern).begin(event, now);
    }

    /**
     * Decides on an event for a conversation.
     *
     * @throws IllegalStateException if its pattern is not known here
     */
    public Decision decide(Conversation conversation, Event event, Instant now) {
        return decide(named(conversation.pattern()), conversation, event, now);
    }

    /** A state is what the pattern of its conversation has decided, or decoded. */
    @SuppressWarnings("unchecked")
    private static <S extends PatternState> Decision decide(
            ConversationPattern<S> pattern, Conversation conversation, Event event, Instant now) {
        return pattern.decide(conversation, (S) conversation.patternState(), event, now);
    }

    /** The text that a conversation's state is stored as; null for none. */
    public @Nullable String encode(Conversation conversation) {
        PatternState state = conversation.patternState();
        if (state == null || state instanceof UnreadState) {
            return state == null ? null : ((UnreadState) state).json();
        }
        return encode(named(conversation.pattern()), state);
    }

    @SuppressWarnings("unchecked")
    private static <S extends PatternState> String encode(ConversationPattern<S> pattern, PatternState state) {
        return pattern.codec().encode((S) state);
    }

    /** What a conversation that begins is found by besides. */
    public Map<String, String> attributes(Conversation conversation) {
        PatternState state = conversation.patternState();
        return state == null ? Map.of() : attributes(named(conversation.pattern()), state);
    }

    @SuppressWarnings("unchecked")
    private static <S extends PatternState> Map<String, String> attributes(
            ConversationPattern<S> pattern, PatternState state) {
        return pattern.attributes((S) state);
    }

    /** What a conversation is found by as it stands; nothing if its pattern is not known. */
    public Set<String> marks(Conversation conversation) {
        PatternState state = conversation.patternState();
        return state == null || state instanceof UnreadState ? Set.of() : marks(named(conversation.pattern()), state);
    }

    @SuppressWarnings("unchecked")
    private static <S extends PatternState> Set<String> marks(ConversationPattern<S> pattern, PatternState state) {
        return pattern.marks((S) state);
    }

    /** The state that is stored of a conversation; of a pattern that is not known it is kept as it is. */
    public @Nullable PatternState decode(String pattern, @Nullable String json) {
        if (json == null) {
            return null;
        }
        ConversationPattern<?> known = byName.get(pattern);
        return known == null ? new UnreadState(json) : known.codec().decode(json);
    }

    private ConversationPattern<?> named(String name) {
        ConversationPattern<?> pattern = byName.get(name);
        if (pattern == null) {
            throw new IllegalStateException("No pattern '" + name + "' is known here, only " + byName.keySet());
        }
        return pattern;
    }
}
