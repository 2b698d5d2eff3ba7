package dev.parley.relay;

import dev.parley.message.Caller;
import dev.parley.message.MessageKind;
import dev.parley.message.Participant;
import dev.parley.message.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The form of a reply to a message. */
public final class ReplyPolicy {

    private static final int LONGEST_ID = 255;

    private ReplyPolicy() {}

    /** The correlation id that a reply carries, so that who asked knows what it answers. */
    public static String correlationId(Mail asked) {
        return asked.correlationId() == null ? asked.messageId() : asked.correlationId();
    }

    /**
     * A reply that goes to a mailbox.
     *
     * @param kind a reply, or a fault that says that what was asked for could not be done
     */
    public static ValidMail toMailbox(ValidMail reply, Mail asked, String messageId, MessageKind kind) {
        return new ValidMail(
                messageId,
                reply.type() == null ? asked.type() : reply.type(),
                reply.body(),
                reply.size(),
                reply.contentType(),
                correlationId(asked),
                asked.conversationId(),
                null,
                null,
                null,
                Duration.ZERO,
                null,
                MailFromParley.properties(kind));
    }

    /** A fault that goes to a mailbox. */
    public static ValidMail fault(Problem problem) {
        String body = problem.toJson();
        int size = SendingPolicy.utf8Length(body);
        return new ValidMail(null, null, body, size, null, null, null, null, null, null, Duration.ZERO, null);
    }

    /** An id that is made of another, not too long for one. */
    public static String shortened(String id) {
        return id.length() <= LONGEST_ID ? id : id.substring(id.length() - LONGEST_ID);
    }

    /**
     * The participant who asked, and who must itself be allowed to send where it has the reply go; null if nobody
     * knows.
     */
    public static @Nullable Caller asker(Mail asked) {
        return Participant.caller(asked.sender()).orElse(null);
    }
}
