package dev.parley.process;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Event;
import dev.parley.conversation.Particulars;
import dev.parley.conversation.StateCodec;
import dev.parley.process.command.BegunAgain;
import dev.parley.process.definition.Offers;
import dev.parley.process.event.BegunByMessage;
import dev.parley.process.state.ProcessCodec;
import dev.parley.process.state.ProcessState;
import dev.parley.value.Mappings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Processes, as the engine calls them: an instance is decided on by the version of the definition that it began with.
 */
@Dependent
public class ProcessPattern implements ConversationPattern<ProcessState> {

    /** Its name. */
    public static final String NAME = "process";

    private final ProcessCodec codec = new ProcessCodec();
    private final Versions versions;
    private final Offers offers;
    private final ProcessLimits limits;
    private final Mappings mappings;

    /** The pattern, with what there is. */
    @Inject
    public ProcessPattern(Versions versions, Offers offers, ProcessLimits limits, Mappings mappings) {
        this.mappings = mappings;
        this.versions = versions;
        this.offers = offers;
        this.limits = limits;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StateCodec<ProcessState> codec() {
        return codec;
    }

    @Override
    public Map<String, String> attributes(ProcessState state) {
        Map<String, String> attributes = new HashMap<>(state.attributes());
        attributes.put(Findable.VERSION, String.valueOf(state.version()));
        return attributes;
    }

    @Override
    public Set<String> marks(ProcessState state) {
        return Findable.marks(state);
    }

    @Override
    public Decision begin(Event event, Instant now) {
        if (event instanceof Event.Requested requested) {
            Particulars particulars = requested.request().particulars();
            KnownProcess followed = followed(requested.request().operation(), ProcessParticulars.version(particulars));
            return policy().begin(
                            requested,
                            NAME,
                            followed.definition(),
                            followed.version(),
                            ProcessParticulars.notices(particulars),
                            now);
        }
        if (event instanceof BegunByMessage begun) {
            KnownProcess followed = followed(begun.requested().request().operation(), null);
            return policy().begin(begun, NAME, followed.definition(), followed.version(), now);
        }
        if (event instanceof BegunAgain begun) {
            String process = begun.requested().request().operation();
            KnownProcess followed = versions.of(process, begun.other().version());
            return policy().begin(begun, NAME, followed.definition(), now);
        }
        throw new IllegalArgumentException("No process begins with " + event);
    }

    private KnownProcess followed(String process, @Nullable Integer version) {
        if (version != null) {
            return versions.of(process, version);
        }
        KnownProcess current = versions.current(Set.of(process)).get(process);
        if (current == null) {
            throw new IllegalStateException("Process '" + process + "' was deleted just now");
        }
        return current;
    }

    @Override
    public Decision decide(Conversation conversation, @Nullable ProcessState state, Event event, Instant now) {
        ProcessState stands = Objects.requireNonNull(state, "An instance has a state from its beginning");
        KnownProcess followed = versions.of(conversation.operation(), stands.version());
        return policy().decide(conversation, stands, followed.definition(), event, now);
    }

    /** What there is, is looked up once in a decision, and again in the next. */
    private ProcessPolicy policy() {
        return new ProcessPolicy(new OffersOnce(offers), limits.instances(), mappings);
    }
}
