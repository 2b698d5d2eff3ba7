package dev.parley.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Unicode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The form that a message of Parley itself has in a mailbox: what a JMS message has as properties, it has as
 * {@code properties}.
 */
public final class MailFromParley {

    private static final int LONGEST = 255;
    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** ASCII only, so that any text can be stored. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private MailFromParley() {}

    /**
     * The message as it comes into the mailbox. Of a request that was refused some texts have not been checked: they
     * are cut.
     *
     * @param now from when on its time runs
     */
    public static ValidMail of(Outgoing message, Instant now) {
        Outgoing.Request request = message.request();
        return new ValidMail(
                ReplyPolicy.shortened(message.messageId()),
                fitting(message.type()),
                message.body(),
                SendingPolicy.utf8Length(message.body()),
                null,
                fitting(message.correlationId()),
                message.conversationId(),
                request == null ? null : request.replyTo(),
                null,
                request == null ? null : request.group(),
                Duration.ZERO,
                request == null || request.expiresAt() == null ? null : left(now, request.expiresAt()),
                properties(message));
    }

    /** The properties of a message of which only the kind is known. */
    static String properties(MessageKind kind) {
        return write(JSON.createObjectNode().put(Headers.KIND, kind.label()));
    }

    private static String properties(Outgoing message) {
        ObjectNode json =
                JSON.createObjectNode().put(Headers.KIND, message.kind().label());
        message.properties().forEach(json::put);
        if (message.state() != null) {
            json.put(Headers.STATE, message.state());
        }
        if (message.turn() > 0) {
            json.put(Headers.TURN, message.turn());
        }
        Outgoing.Request request = message.request();
        if (request != null) {
            if (request.attempt() > 0) {
                json.put(Headers.ATTEMPT, request.attempt());
            }
            json.put(Headers.HOPS, request.hops());
        }
        return write(json);
    }

    private static String write(ObjectNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can be written", e);
        }
    }

    private static Duration left(Instant now, Instant expiresAt) {
        Duration left = Duration.between(now, expiresAt);
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    private static @Nullable String fitting(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String cut = Unicode.beginning(text, LONGEST);
        return SendingPolicy.utf8Length(cut) < 0 || cut.chars().anyMatch(Character::isISOControl) ? null : cut;
    }
}
