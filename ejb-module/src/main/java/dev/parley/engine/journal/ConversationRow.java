package dev.parley.engine.journal;

import static dev.parley.engine.jdbc.Sql.address;
import static dev.parley.engine.jdbc.Sql.text;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.ProviderCall;
import dev.parley.conversation.Status;
import dev.parley.conversation.Turns;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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
    private @Nullable String ticket;
    private @Nullable String provider;
    private int asked;
    private boolean pausing;

    @Column(name = "step_at")
    private @Nullable Instant stepAt;

    @Column(name = "message_group")
    private @Nullable String messageGroup;

    private @Nullable Integer turn;
    private boolean awaiting;

    @Column(name = "kept_state")
    private @Nullable String keptState;

    @Column(name = "request_at")
    private int requestAt = 1;

    private boolean ended;

    @Column(name = "due_at")
    private Instant dueAt;

    protected ConversationRow() {}

    public ConversationRow(Conversation conversation, Duration retention) {
        id = conversation.id();
        operation = conversation.operation();
        exchange = conversation.exchange().label();
        sender = conversation.sender();
        owner = conversation.owner();
        createdAt = conversation.createdAt();
        take(conversation);
        become(conversation, retention);
        // Version 0 is what is acknowledged; whoever has seen that sees that it has ended since.
        version = ended ? 1 : 0;
    }

    /** What the request says; each turn has its own. */
    private void take(Conversation conversation) {
        messageId = conversation.messageId();
        correlationId = conversation.correlationId();
        replyTo = text(conversation.replyTo());
        faultTo = text(conversation.faultTo());
        acknowledge = conversation.acknowledge();
        state = conversation.state();
        expiresAt = conversation.expiresAt();
        hops = conversation.hops();
    }

    /** Takes over what can change. An ended conversation is due when its retention is over, any other when it has to be looked after. */
    final void become(Conversation conversation, Duration retention) {
        status = conversation.status();
        attempts = conversation.attempts();
        lastFailure = conversation.lastFailure();
        journalLength = conversation.sequence();
        updatedAt = conversation.updatedAt();
        ended = status.isFinal();
        dueAt = ended ? updatedAt.plus(retention) : conversation.dueAt();
        become(conversation.asking());
        Turns turns = conversation.turns();
        if (turns != null) {
            take(conversation);
            become(turns);
        }
    }

    private void become(Turns turns) {
        turn = turns.number();
        awaiting = turns.awaiting();
        keptState = turns.state();
        requestAt = turns.requestAt();
    }

    private void become(@Nullable ProviderCall asking) {
        if (asking != null) {
            ticket = asking.ticket();
            provider = text(asking.provider());
            asked = asking.attempt();
            pausing = asking.pausing();
            stepAt = asking.until();
            messageGroup = asking.group();
        }
    }

    String id() {
        return id;
    }

    public Conversation toConversation() {
        return new Conversation(
                id,
                version,
                status,
                operation,
                MessageExchangePattern.of(exchange).orElseThrow(),
                sender,
                owner,
                messageId,
                correlationId,
                address(replyTo),
                address(faultTo),
                acknowledge,
                state,
                attempts,
                lastFailure,
                journalLength,
                createdAt,
                updatedAt,
                expiresAt,
                hops,
                asking(),
                turn == null ? null : new Turns(turn, awaiting, keptState, requestAt));
    }

    private @Nullable ProviderCall asking() {
        return ticket == null || stepAt == null
                ? null
                : new ProviderCall(ticket, address(provider), asked, pausing, stepAt, messageGroup);
    }
}
