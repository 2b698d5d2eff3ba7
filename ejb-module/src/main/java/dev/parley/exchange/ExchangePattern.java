package dev.parley.exchange;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Event;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.StateCodec;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The exchange pattern, as the engine calls it. It keeps something only where a provider outside of the EAR is asked.
 */
@Dependent
public class ExchangePattern implements ConversationPattern<ProviderCall> {

    private final ExchangePolicy policy = new ExchangePolicy();
    private final ProviderCall.Codec codec = new ProviderCall.Codec();

    @Override
    public String name() {
        return Patterns.EXCHANGE;
    }

    @Override
    public StateCodec<ProviderCall> codec() {
        return codec;
    }

    @Override
    public boolean goesOnAfterFailure() {
        return true;
    }

    @Override
    public Decision begin(Event event, Instant now) {
        if (event instanceof Event.Requested requested) {
            return policy.begin(requested, now);
        }
        throw new IllegalArgumentException("No exchange begins with " + event);
    }

    @Override
    public Decision decide(Conversation conversation, @Nullable ProviderCall call, Event event, Instant now) {
        return policy.decide(conversation, call, event, now);
    }
}
