package dev.parley.conversation.request;

import dev.parley.conversation.Envelope;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Particulars;
import dev.parley.conversation.RequestLimits;
import dev.parley.message.Address;
import dev.parley.message.Participant;
import dev.parley.message.Refusal;
import dev.parley.message.TraceParent;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reader of requests that came over HTTP. */
public final class SubmissionReader {

    private final HeaderPolicy headers;

    /** A reader that keeps to these limits. */
    public SubmissionReader(RequestLimits limits) {
        this.headers = new HeaderPolicy(limits);
    }

    /**
     * Checks a submission.
     *
     * @param newMessageId the message id if the requester gives none; nothing is deduplicated then
     * @throws Refusal naming the header or parameter
     */
    public Envelope read(Submission submission, String newMessageId, Instant now) {
        return read(submission, headers.turn(submission.turn(), submission.conversationId()), newMessageId, now);
    }

    /** Checks a turn of a conversation that is there: without a number it is the next one. */
    public Envelope readTurn(Submission submission, String newMessageId, Instant now) {
        Integer turn = headers.turn(submission.turn(), submission.conversationId());
        return read(submission, turn == null ? Integer.valueOf(Envelope.NEXT_TURN) : turn, newMessageId, now);
    }

    private Envelope read(Submission submission, @Nullable Integer turn, String newMessageId, Instant now) {
        String messageId = submission.messageId() != null ? submission.messageId() : newMessageId;
        String user = submission.caller().name();
        Envelope envelope = new Envelope(
                submission.operation(),
                submission.body(),
                submission.exchange() == null
                        ? MessageExchangePattern.IN_OUT
                        : HeaderPolicy.exchange(submission.exchange()),
                Participant.user(user),
                user,
                headers.identifier("Idempotency-Key", messageId),
                messageId,
                replyTo(submission.replyTo()),
                null,
                false,
                null,
                headers.conversationId(submission.conversationId()),
                headers.deadline(submission.deadline(), now),
                0,
                turn,
                submission.deadline() != null);
        return envelope.with(new Particulars(
                submission.version(), submission.notices(), Set.of(), TraceParent.of(submission.trace())));
    }

    private @Nullable Address replyTo(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Address address = Address.parse(text)
                .filter(a -> a.kind() != Address.Kind.TEMPORARY)
                .orElseThrow(() -> new Refusal(Problems.headerInvalid("replyTo", "queue:NAME or mailbox:NAME")));
        return headers.allowed("replyTo", address);
    }
}
