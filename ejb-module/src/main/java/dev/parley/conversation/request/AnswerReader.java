package dev.parley.conversation.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.AnswerReading;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.ProviderAnswer;
import dev.parley.conversation.RequestLimits;
import dev.parley.conversation.Ticket;
import dev.parley.message.Arrival;
import dev.parley.message.Headers;
import dev.parley.message.JsonText;
import dev.parley.message.MessageKind;
import dev.parley.message.Participant;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reader of what providers send to {@code parley.replies}. */
public final class AnswerReader {

    private static final Map<String, MessageKind> KINDS =
            Map.of("ack", MessageKind.ACK, "reply", MessageKind.REPLY, "fault", MessageKind.FAULT);

    private static final String NOTHING = "{}";

    private final HeaderPolicy headers;

    /** A reader that lets headers through within these limits. */
    public AnswerReader(RequestLimits limits) {
        this.headers = new HeaderPolicy(limits);
    }

    /** Reads a message that should be a provider's answer. */
    public AnswerReading read(Arrival arrival) {
        Optional<Ticket> reference = Ticket.of(arrival.correlationId());
        if (reference.isEmpty() || arrival.correlationId() == null) {
            return new AnswerReading.Refused(Problems.answerUnasked());
        }
        String kind = arrival.property(Headers.KIND);
        try {
            ProviderAnswer answer = answer(arrival, reference.get(), arrival.correlationId(), kind);
            return new AnswerReading.Understood(reference.get().conversationId(), answer);
        } catch (Refusal refusal) {
            return new AnswerReading.Refused(refusal.problem());
        }
    }

    private ProviderAnswer answer(Arrival arrival, Ticket reference, String correlationId, @Nullable String kindLabel) {
        arrival.refuseIfMalformed();
        headers.identifier("JMSCorrelationID", correlationId);
        headers.conversationId(reference.conversationId());
        MessageKind kind = kindLabel == null ? MessageKind.REPLY : KINDS.get(kindLabel.toLowerCase(Locale.ROOT));
        Problem unusable =
                kind == null ? Problems.answerKindUnknown(String.valueOf(kindLabel)) : unusable(kind, arrival);
        boolean isAcknowledged = kind == MessageKind.ACK && unusable != null; // whatever it says besides
        String given = arrival.property(Headers.MESSAGE_ID);
        return new ProviderAnswer(
                kind == null ? MessageKind.REPLY : kind,
                reference.secret(),
                headers.identifier(Headers.MESSAGE_ID, given != null ? given : arrival.transportId()),
                correlationId,
                from(arrival),
                isAcknowledged ? NOTHING : arrival.body(),
                isAcknowledged ? null : unusable);
    }

    private static String from(Arrival arrival) {
        if (arrival.user() != null) {
            return Participant.user(arrival.user());
        }
        return JournalEntry.PROVIDER;
    }

    private static @Nullable Problem unusable(MessageKind kind, Arrival arrival) {
        if (arrival.unreadable() != null) {
            return arrival.unreadable();
        }
        if (arrival.body().isBlank() && kind != MessageKind.FAULT) {
            return null;
        }
        try {
            JsonNode body = JsonText.parse(arrival.body());
            return kind == MessageKind.FAULT && !isProblem(body) ? Problems.faultNoProblem() : null;
        } catch (Refusal refusal) {
            return refusal.problem();
        }
    }

    /** RFC 9457 leaves every member out if it likes; one of those that say something must be there. */
    private static boolean isProblem(JsonNode body) {
        return body.isObject()
                && (body.path("type").isTextual()
                        || body.path("title").isTextual()
                        || body.path("detail").isTextual());
    }
}
