package dev.parley.engine.journal;

import static dev.parley.engine.jdbc.Sql.address;
import static dev.parley.engine.jdbc.Sql.text;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.CurrentRequest;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Status;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation in the database. */
@Entity
@Table(name = "parley_conversation")
public class ConversationRow {

    @Id
    private String id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String operation;
    private String exchange;
    private String sender;
    private @Nullable String owner;

    @Column(name = "message_id")
    private String messageId;

    @Column(name = "correlation_id")
    private String correlationId;

    @Column(name = "reply_to")
    private @Nullable String replyTo;

    @Column(name = "fault_to")
    private @Nullable String faultTo;

    private boolean acknowledge;
    private @Nullable String state;
    private int attempts;

    @Column(name = "last_failure")
    private @Nullable String lastFailure;

    @Column(name = "journal_length")
    private int journalLength;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private int hops;

    @Column(name = "request_at")
    private int requestAt;

    @Column(name = "trace_parent")
    private @Nullable String traceParent;

    private String pattern;

    @Column(name = "pattern_state")
    private @Nullable String patternState;

    private boolean ended;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "next_attempt_at")
    private @Nullable Instant nextAttemptAt;

    private int retried;

    /** What it was when it was read or changed last. */
    @Transient
    private @Nullable Conversation read;

    protected ConversationRow() {}

    /**
     * A new conversation.
     *
     * @param encoded the text of what its pattern keeps
     */
    public ConversationRow(Conversation conversation, @Nullable String encoded, Duration retention) {
        id = conversation.id();
        pattern = conversation.pattern();
        operation = conversation.operation();
        exchange = conversation.exchange().label();
        sender = conversation.sender();
        owner = conversation.owner();
        createdAt = conversation.createdAt();
        take(conversation.request());
        become(conversation, encoded, retention);
        // Version 0 is what is acknowledged; whoever has seen that sees that it has ended since.
        version = ended ? 1 : 0;
    }

    /**
     * Takes over what can change. An ended conversation is due when its retention is over, any other when it has to be
     * looked after.
     */
    final void become(Conversation conversation, @Nullable String encoded, Duration retention) {
        status = conversation.status();
        attempts = conversation.attempts();
        lastFailure = conversation.lastFailure();
        journalLength = conversation.sequence();
        updatedAt = conversation.updatedAt();
        ended = status.isFinal();
        dueAt = ended ? updatedAt.plus(retention) : conversation.dueAt();
        patternState = encoded;
        nextAttemptAt = null;
        retried = conversation.retried();
        take(conversation.request());
        read = conversation;
    }

    /** The columns of the request; where one follows the other, each has its own. */
    private void take(CurrentRequest request) {
        messageId = request.messageId();
        correlationId = request.correlationId();
        replyTo = text(request.replyTo());
        faultTo = text(request.faultTo());
        acknowledge = request.acknowledge();
        state = request.state();
        expiresAt = request.expiresAt();
        hops = request.hops();
        requestAt = request.at();
        traceParent = request.trace();
    }

    String id() {
        return id;
    }

    /** When its operation is called again; null if it has not failed. */
    @Nullable
    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** The conversation that the row is. */
    public Conversation toConversation(Patterns patterns) {
        Conversation conversation = conversation(patterns);
        read = conversation;
        return conversation;
    }

    /** The conversation as it was read or changed last in this transaction; null if it was not. */
    @Nullable
    Conversation asRead() {
        return read;
    }

    private Conversation conversation(Patterns patterns) {
        return new Conversation(
                id,
                version,
                status,
                pattern,
                operation,
                MessageExchangePattern.of(exchange).orElseThrow(),
                sender,
                owner,
                request(),
                attempts,
                lastFailure,
                journalLength,
                createdAt,
                updatedAt,
                patterns.decode(pattern, patternState),
                retried);
    }

    private CurrentRequest request() {
        return new CurrentRequest(
                messageId,
                correlationId,
                address(replyTo),
                address(faultTo),
                acknowledge,
                state,
                expiresAt,
                hops,
                requestAt,
                traceParent);
    }
}
