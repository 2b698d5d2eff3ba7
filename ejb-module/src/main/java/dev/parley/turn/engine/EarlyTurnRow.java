package dev.parley.turn.engine;

import static dev.parley.engine.jdbc.Sql.address;
import static dev.parley.engine.jdbc.Sql.text;

import dev.parley.conversation.Envelope;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.turn.EarlyTurn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A turn that is kept until its conversation is ready for it. Only whoever has locked the conversation keeps and takes.
 */
@Entity
@Table(name = "parley_kept")
@IdClass(EarlyTurnRow.Key.class)
class EarlyTurnRow {

    @Id
    @Column(name = "conversation_id")
    private String conversationId;

    @Id
    @Column(name = "message_id")
    private String messageId;

    private int turn;
    private String operation;
    private String exchange;
    private String sender;
    private @Nullable String owner;

    @Column(name = "correlation_id")
    private String correlationId;

    @Column(name = "reply_to")
    private @Nullable String replyTo;

    @Column(name = "fault_to")
    private @Nullable String faultTo;

    private boolean acknowledge;
    private @Nullable String state;
    private int hops;

    @Column(name = "kept_at")
    private Instant keptAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private @Nullable String acknowledgment;
    private String body;

    protected EarlyTurnRow() {}

    EarlyTurnRow(String conversationId, EarlyTurn kept) {
        Envelope request = kept.request();
        this.conversationId = conversationId;
        messageId = request.messageId();
        turn = kept.turn();
        operation = request.operation();
        exchange = request.exchange().label();
        sender = request.sender();
        owner = request.owner();
        correlationId = request.correlationId();
        replyTo = text(request.replyTo());
        faultTo = text(request.faultTo());
        acknowledge = request.acknowledge();
        state = request.state();
        hops = request.hops();
        keptAt = kept.at();
        expiresAt = request.expiresAt();
        acknowledgment = kept.acknowledgment();
        body = request.body();
    }

    EarlyTurn toEarlyTurn() {
        Envelope request = new Envelope(
                operation,
                body,
                MessageExchangePattern.of(exchange).orElseThrow(),
                sender,
                owner,
                messageId,
                correlationId,
                address(replyTo),
                address(faultTo),
                acknowledge,
                state,
                conversationId,
                expiresAt,
                hops,
                turn,
                false);
        return new EarlyTurn(request, turn, keptAt, acknowledgment);
    }

    /** A message that is kept in a conversation. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable String conversationId;
        private @Nullable String messageId;

        protected Key() {}

        Key(String conversationId, String messageId) {
            this.conversationId = conversationId;
            this.messageId = messageId;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && Objects.equals(messageId, key.messageId)
                    && Objects.equals(conversationId, key.conversationId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(conversationId, messageId);
        }
    }
}
