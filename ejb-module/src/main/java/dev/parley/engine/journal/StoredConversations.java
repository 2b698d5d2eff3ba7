package dev.parley.engine.journal;

import dev.parley.conversation.Action;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.ConversationQuery;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Effort;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.PatternActions;
import dev.parley.conversation.Patterns;
import dev.parley.engine.commit.Ids;
import dev.parley.engine.config.Settings;
import dev.parley.message.Caller;
import dev.parley.message.Direction;
import dev.parley.message.Page;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** Reads conversations from the database. */
@ApplicationScoped
class StoredConversations implements Conversations {

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    DatabaseConversationStore store;

    @Inject
    Patterns patterns;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    ConversationWaiters watch;

    @Inject
    @Any
    Instance<PatternActions> actions;

    @Override
    public ConversationView get(String id, Caller caller) {
        Conversation conversation = visible(id, caller);
        if (conversation.turns() != null) {
            return Views.ofTurns(conversation, lastTurns(conversation));
        }
        if (!conversation.status().isFinal()) {
            return new ConversationView(conversation, null, null);
        }
        List<JournalEntry> sent = store.answers(List.of(id)).getOrDefault(id, List.of());
        return Views.of(conversation, sent);
    }

    @Override
    public List<Action> actions(Conversation conversation, Caller caller) {
        for (PatternActions known : actions) {
            if (known.pattern().equals(conversation.pattern())) {
                return known.actions(conversation, caller);
            }
        }
        return Conversations.super.actions(conversation, caller);
    }

    @Override
    public Effort effort(Conversation conversation) {
        ConversationRow row = entities.find(ConversationRow.class, conversation.id());
        return Effort.of(conversation, row == null ? null : row.nextAttemptAt());
    }

    /** The last turn that was answered, and what came after it. */
    private List<JournalEntry> lastTurns(Conversation conversation) {
        int turn = conversation.turn();
        int answered = conversation.hasAnswered(turn) ? turn : turn - 1;
        return store.turns(conversation.id(), Math.max(1, answered), turn + 1);
    }

    @Override
    public CompletionStage<ConversationView> awaitTurn(String id, Caller caller, int turn, Duration wait) {
        return watch.await(
                id,
                () -> getTurn(id, caller, turn),
                view -> view.conversation().status().isFinal()
                        || view.conversation().hasAnswered(turn),
                wait);
    }

    private ConversationView getTurn(String id, Caller caller, int turn) {
        Conversation conversation = visible(id, caller);
        List<JournalEntry> journaled = store.turns(id, turn, turn);
        return journaled.stream()
                .filter(e -> e.direction() == Direction.IN)
                .findFirst()
                .map(request -> conversation.seenBy(request.messageId(), request.correlationId()))
                .map(seen -> Views.ofTurn(seen, turn, journaled))
                .orElseGet(() -> Views.ofTurn(conversation, turn, journaled));
    }

    private Conversation visible(String id, Caller caller) {
        ConversationRow row = entities.find(ConversationRow.class, id);
        if (row == null) {
            throw new Refusal(isOld(id) ? gone() : unknown());
        }
        Conversation conversation = row.toConversation(patterns);
        if (!caller.maySee(conversation.owner())) {
            throw new Refusal(unknown());
        }
        return conversation;
    }

    private boolean isOld(String id) {
        Instant removedBefore = clock.instant().minus(settings.retention());
        return Ids.madeAt(id).filter(made -> made.isBefore(removedBefore)).isPresent();
    }

    private Problem gone() {
        return ConversationProblem.CONVERSATION_GONE.because(
                "Conversations are kept for " + settings.retention() + " after their end.");
    }

    private static Problem unknown() {
        return ConversationProblem.CONVERSATION_UNKNOWN.because("You have no conversation of this id.");
    }

    @Override
    public CompletionStage<ConversationView> awaitChange(String id, Caller caller, int version, Duration wait) {
        return await(id, caller, view -> view.conversation().version() != version, wait);
    }

    @Override
    public CompletionStage<ConversationView> awaitFinal(String id, Caller caller, Duration wait) {
        return await(id, caller, view -> view.conversation().status().isFinal(), wait);
    }

    private CompletionStage<ConversationView> await(
            String id, Caller caller, Predicate<ConversationView> enough, Duration wait) {
        return watch.await(id, () -> get(id, caller), enough, wait);
    }

    @Override
    public List<JournalEntry> messages(String id, Caller caller) {
        visible(id, caller);
        return entities
                .createQuery(
                        "select j from JournalRow j where j.conversationId = :id order by j.sequence", JournalRow.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .map(JournalRow::toEntry)
                .map(JournalEntry::withoutTicket)
                .map(entry -> caller.operator() ? entry : entry.withoutProvider())
                .toList();
    }

    @Override
    public Page<Conversation> list(ConversationQuery query, Caller caller) {
        return new ConversationListing(entities, patterns, clock.instant()).page(query, caller);
    }
}
