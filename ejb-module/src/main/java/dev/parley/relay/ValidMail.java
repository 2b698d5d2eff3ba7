package dev.parley.relay;

import dev.parley.message.Address;
import dev.parley.message.SameJson;
import dev.parley.message.Sha256;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A message to a mailbox that is in order; see {@link MailDraft}.
 *
 * @param messageId its id; null to have one made
 * @param type what it is; null for none
 * @param body JSON text, or base64
 * @param size bytes of the body, in UTF-8
 * @param contentType of a body that is not JSON; null for JSON
 * @param correlationId what it answers, or what its answers are to carry; null for none
 * @param conversationId the conversation it belongs to; null for none
 * @param replyTo where a reply goes; null if none is wanted
 * @param faultTo where its sender is told that it expired, if not there
 * @param group its group; null for none
 * @param delay how long it is not delivered
 * @param timeToLive how long it may stay; null for as long as its mailbox has it
 * @param properties what else Parley says of it, a JSON object; null for nothing
 */
public record ValidMail(
        @Nullable String messageId,
        @Nullable String type,
        String body,
        int size,
        @Nullable String contentType,
        @Nullable String correlationId,
        @Nullable String conversationId,
        @Nullable Address replyTo,
        @Nullable Address faultTo,
        @Nullable String group,
        Duration delay,
        @Nullable Duration timeToLive,
        @Nullable String properties) {

    /** A message without properties. */
    public ValidMail(
            @Nullable String messageId,
            @Nullable String type,
            String body,
            int size,
            @Nullable String contentType,
            @Nullable String correlationId,
            @Nullable String conversationId,
            @Nullable Address replyTo,
            @Nullable Address faultTo,
            @Nullable String group,
            Duration delay,
            @Nullable Duration timeToLive) {
        this(
                messageId,
                type,
                body,
                size,
                contentType,
                correlationId,
                conversationId,
                replyTo,
                faultTo,
                group,
                delay,
                timeToLive,
                null);
    }

    /** The same, with another reply address. */
    ValidMail replyingTo(Address address) {
        return new ValidMail(
                messageId,
                type,
                body,
                size,
                contentType,
                correlationId,
                conversationId,
                address,
                faultTo,
                group,
                delay,
                timeToLive,
                properties);
    }

    /**
     * The SHA-256, in hexadecimal, of what has to be the same for two messages with one id to be the same message. A
     * body that is JSON may be written in another form.
     */
    public String contentHash() {
        return contentHash(sameBody());
    }

    /** The one text of all bodies that are the same. Whoever shares a transaction makes it before that. */
    public String sameBody() {
        return contentType == null ? SameJson.text(body) : body;
    }

    /** The hash that versions before had: of a body as it was written. */
    public String writtenHash() {
        return contentHash(body);
    }

    /** The hash of a message with that for its body. */
    public String contentHash(String of) {
        return Sha256.hex(String.join(
                "\n",
                String.valueOf(type),
                String.valueOf(contentType),
                String.valueOf(correlationId),
                String.valueOf(replyTo),
                String.valueOf(group),
                of));
    }
}
