package dev.parley.topic;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.PatternState;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Outcomes;
import dev.parley.conversation.request.Problems;
import dev.parley.conversation.request.Repetition;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pattern of requests to publish: each ends in the transaction in which it begins. */
@Dependent
public class PublishPattern implements ConversationPattern<PublishPattern.Nothing> {

    /** Its name. */
    public static final String NAME = "publish";

    /** Nothing is kept. */
    public record Nothing() implements PatternState {}

    private static final class Codec implements StateCodec<Nothing> {

        @Override
        public String encode(Nothing state) {
            return "{}";
        }

        @Override
        public Nothing decode(String text) {
            return new Nothing();
        }
    }

    private final Codec codec = new Codec();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StateCodec<Nothing> codec() {
        return codec;
    }

    @Override
    public Decision begin(Event event, Instant now) {
        if (event instanceof Event.Requested requested) {
            Conversation accepted = Conversation.accepted(NAME, requested.request(), requested.newId(), now);
            PublishOrder order = PublishOrder.read(requested.request().body());
            return new Decision(
                    accepted.waitingUntil(accepted.expiresAt(), new Nothing(), now), List.of(new Publish(order)));
        }
        throw new IllegalArgumentException("Nothing is published because of " + event);
    }

    @Override
    public Decision decide(Conversation conversation, @Nullable Nothing state, Event event, Instant now) {
        if (event instanceof Event.Repeated repeated) {
            return Repetition.decide(conversation, repeated);
        }
        if (event instanceof Event.ProviderAnswered) {
            return new Decision(conversation, List.of(new Effect.Park(Problems.answerUnasked())));
        }
        if (conversation.status().isFinal() || !(event instanceof PublishDone done)) {
            return Decision.nothing(conversation);
        }
        return done.problem() == null
                ? Outcomes.succeed(conversation, done.reply(), now)
                : Outcomes.fail(conversation, Status.FAULTED, done.problem(), now);
    }
}
