package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Received;
import dev.parley.directory.Directory;
import dev.parley.engine.call.LanePolicy;
import dev.parley.engine.call.OperationCalls;
import dev.parley.engine.call.OperationProfiles;
import dev.parley.engine.commit.Ids;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.journal.ConversationStore;
import dev.parley.engine.trace.Spans;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/**
 * The parts of the engine that a transaction's work is done with.
 *
 * @param patterns decide
 * @param engines the patterns' own parts of the engine
 * @param store stores
 * @param gateway sends
 * @param calls calls operations
 * @param profiles what is known of operations
 * @param lanes where they run
 * @param directory who provides them
 * @param settings what is configured
 * @param clock what time it is
 * @param ids makes the ids of conversations that begin in the middle of it
 * @param parents answers to conversations that have asked, until they are given
 * @param chain what of it may be done at once
 * @param spans records what is handled
 */
public record UnitOfWork(
        Patterns patterns,
        PatternEngines engines,
        ConversationStore store,
        Gateway gateway,
        OperationCalls calls,
        OperationProfiles profiles,
        LanePolicy lanes,
        Directory directory,
        Settings settings,
        Clock clock,
        Supplier<String> ids,
        ParentAnswers parents,
        Chain chain,
        Spans spans) {

    /** A unit of work with no answers to parents yet, and ids as they are made everywhere. */
    public UnitOfWork(
            Patterns patterns,
            PatternEngines engines,
            ConversationStore store,
            Gateway gateway,
            OperationCalls calls,
            OperationProfiles profiles,
            LanePolicy lanes,
            Directory directory,
            Settings settings,
            Clock clock) {
        this(
                patterns,
                engines,
                store,
                gateway,
                calls,
                profiles,
                lanes,
                directory,
                settings,
                clock,
                Ids::next,
                new ParentAnswers(),
                new Chain(),
                Spans.NONE);
    }

    /** The same, and what is handled in it is recorded. */
    UnitOfWork recorded(Spans by) {
        return new UnitOfWork(
                patterns, engines, store, gateway, calls, profiles, lanes, directory, settings, clock, ids, parents,
                chain, by);
    }

    /**
     * Has something happen to another conversation, in this transaction, when everything else in it has been stored. If
     * that one is not there, nothing happens.
     *
     * @param message what it has in its journal of it
     */
    public void tell(String conversationId, Event event, Received message) {
        parents.add(conversationId, event, message);
    }

    /**
     * The conversations in which one has asked under some of those keys, as far as they are there.
     *
     * @param asking the id of the one that has asked
     */
    public List<String> asked(String asking, List<String> keys) {
        return store.begunBy(
                keys.stream().map(key -> ChildRequest.inboxKey(asking, key)).toList());
    }

    /**
     * Begins another conversation, which goes on by itself, in this transaction.
     *
     * @param request what is in its journal first
     * @param event what it begins with
     */
    public Conversation begin(String pattern, Envelope request, Event event) {
        Decision decision = patterns.begin(pattern, event, now());
        Conversation received = EffectExecutor.received(this, decision.conversation(), request.body());
        DeadLettering parking = reason -> gateway.park(received, request.body(), reason);
        Conversation begun = new EffectExecutor(this, parking).enact(received, decision.effects());
        insert(begun);
        return begun;
    }

    /** Stores a conversation that begins in this transaction. */
    void insert(Conversation begun) {
        store.insert(begun);
        parents.began(begun);
    }

    /** Lets conversations have done here what they ask for, for as long as a batch may take. */
    void chained() {
        chain.allow(now().plus(settings.batchTime()));
    }

    /** The time now, as precise as it is on the wire: in milliseconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
