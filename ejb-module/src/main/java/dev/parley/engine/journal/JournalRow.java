package dev.parley.engine.journal;

import dev.parley.conversation.JournalEntry;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message in the journal. */
@Entity
@Table(name = "parley_journal")
@IdClass(JournalRow.Key.class)
class JournalRow {

    @Id
    @Column(name = "conversation_id")
    private String conversationId;

    @Id
    private int sequence;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Enumerated(EnumType.STRING)
    private MessageKind kind;

    private String type;

    @Column(name = "sent_from")
    private String from;

    @Column(name = "sent_to")
    private @Nullable String to;

    @Column(name = "message_id")
    private String messageId;

    @Column(name = "correlation_id")
    private String correlationId;

    private Instant at;
    private String body;
    private int turn;

    protected JournalRow() {}

    JournalRow(JournalEntry entry) {
        conversationId = entry.conversationId();
        sequence = entry.sequence();
        direction = entry.direction();
        kind = entry.kind();
        type = entry.type();
        from = entry.from();
        to = entry.to();
        messageId = entry.messageId();
        correlationId = entry.correlationId();
        at = entry.at();
        body = entry.body();
        turn = entry.turn();
    }

    JournalEntry toEntry() {
        return new JournalEntry(
                conversationId, sequence, direction, kind, type, from, to, messageId, correlationId, at, body, turn);
    }

    /** A place in a conversation. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable String conversationId;
        private int sequence;

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && sequence == key.sequence
                    && Objects.equals(conversationId, key.conversationId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(conversationId, sequence);
        }
    }
}
