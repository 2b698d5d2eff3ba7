package dev.parley.gathering;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Event;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.gathering.Gathering;
import dev.parley.conversation.gathering.GatheringBegun;
import dev.parley.conversation.gathering.GatheringCodec;
import dev.parley.conversation.gathering.GatheringPolicy;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The pattern of conversations that gather what comes back of one message to many. */
@Dependent
public class GatheringPattern implements ConversationPattern<Gathering> {

    private final GatheringCodec codec = new GatheringCodec();

    @Override
    public String name() {
        return GatheringPolicy.NAME;
    }

    @Override
    public StateCodec<Gathering> codec() {
        return codec;
    }

    @Override
    public Decision begin(Event event, Instant now) {
        if (event instanceof GatheringBegun begun) {
            return GatheringPolicy.begin(begun, now);
        }
        if (event instanceof Event.Requested requested) {
            return GatheringStart.begin(requested, now);
        }
        throw new IllegalArgumentException("No gathering begins with " + event);
    }

    @Override
    public Decision decide(Conversation conversation, @Nullable Gathering state, Event event, Instant now) {
        return GatheringPolicy.decide(conversation, state, event, now);
    }
}
