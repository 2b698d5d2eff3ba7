package dev.parley.exchange;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Event;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.StateCodec;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The exchange pattern, as the engine calls it. It keeps something only where a provider outside of the EAR is asked,
 * or where what was done is undone.
 */
@Dependent
public class ExchangePattern implements ConversationPattern<ExchangeState> {

    private final ExchangePolicy policy;
    private final ExchangeCodec codec = new ExchangeCodec();

    /** The pattern, with what undoes operations. */
    @Inject
    public ExchangePattern(Compensations compensations, UndoTerms terms) {
        policy = new ExchangePolicy(new RegretPolicy(compensations, terms));
    }

    /** The pattern where nothing is undone. */
    public ExchangePattern() {
        this(Compensations.NONE, UndoTerms.DEFAULT);
    }

    @Override
    public String name() {
        return Patterns.EXCHANGE;
    }

    @Override
    public StateCodec<ExchangeState> codec() {
        return codec;
    }

    @Override
    public boolean goesOnAfterFailure() {
        return true;
    }

    /** A provider that is asked answers by itself. */
    @Override
    public boolean awaitsWork(@Nullable ExchangeState kept) {
        return kept == null;
    }

    @Override
    public Decision begin(Event event, Instant now) {
        if (event instanceof Event.Requested requested) {
            return policy.begin(requested, now);
        }
        throw new IllegalArgumentException("No exchange begins with " + event);
    }

    @Override
    public Decision decide(Conversation conversation, @Nullable ExchangeState kept, Event event, Instant now) {
        return policy.decide(conversation, kept, event, now);
    }
}
