package dev.parley.turn;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Event;
import dev.parley.conversation.RequestLimits;
import dev.parley.conversation.StateCodec;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turn Taking, as the engine calls it. */
@Dependent
public class TurnPattern implements ConversationPattern<Turns> {

    /** Its name. */
    public static final String NAME = "turn";

    private final TurnPolicy policy;
    private final Turns.Codec codec = new Turns.Codec();

    /** The pattern, with the time that a requester has for its next turn. */
    @Inject
    public TurnPattern(RequestLimits limits) {
        this.policy = new TurnPolicy(limits.turnTimeout());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StateCodec<Turns> codec() {
        return codec;
    }

    @Override
    public boolean awaitsWork(@Nullable Turns turns) {
        return turns != null && turns.number() > 0 && !turns.awaiting();
    }

    @Override
    public Decision begin(Event event, Instant now) {
        if (event instanceof TurnCame came) {
            return policy.begin(came, now);
        }
        throw new IllegalArgumentException("No conversation in turns begins with " + event);
    }

    @Override
    public Decision decide(Conversation conversation, @Nullable Turns turns, Event event, Instant now) {
        return policy.decide(conversation, event, now);
    }
}
