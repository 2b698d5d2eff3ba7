package dev.parley.engine.run;

import dev.parley.conversation.AnswerReading;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.Event;
import dev.parley.conversation.ProviderAnswer;
import dev.parley.conversation.request.AnswerReader;
import dev.parley.engine.trace.Handled;
import dev.parley.engine.trace.SpanOutcome;
import dev.parley.engine.wire.OperationWork;
import dev.parley.message.Problem;
import dev.parley.message.TraceParent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Receives a batch of providers' answers: each goes to the conversation that waits for it, and what nobody waits for is
 * parked.
 */
final class AnswerReception {

    /**
     * The number of looks at most. With {@link OperationWork#delay()} between them they take some minutes: as long as a
     * transaction in doubt may keep a conversation from being seen.
     */
    private static final int MOST_LOOKS = 14;

    private final UnitOfWork unit;

    private record Read(AnswerArrival one, AnswerReading.Understood answer) {}

    AnswerReception(UnitOfWork unit) {
        this.unit = unit;
    }

    void receive(List<AnswerArrival> arrivals) {
        List<Read> read = read(arrivals);
        List<String> ids = read.stream()
                .map(r -> r.answer().conversationId())
                .distinct()
                .sorted()
                .toList();
        // Locked before anything is counted: another session may have the other answer of the same provider
        Map<String, Conversation> conversations = unit.store().findLocked(ids);
        if (arrivals.stream().noneMatch(one -> one.arrival().redelivered())) {
            unit.chained();
        }
        for (Read one : read) {
            String id = one.answer().conversationId();
            Conversation conversation = conversations.get(id);
            if (conversation == null) {
                lookAgainLater(one, noConversation(id));
            } else if (!unit.patterns().know(conversation)) {
                UnknownPattern.log(conversation, unit.patterns());
                lookAgainLater(one, UnknownPattern.problem(conversation, unit.patterns()));
            } else {
                conversations.put(id, handled(conversation, one));
            }
        }
        unit.parents().give(unit);
    }

    private List<Read> read(List<AnswerArrival> arrivals) {
        var reader = new AnswerReader(unit.settings().limits());
        List<Read> read = new ArrayList<>();
        for (AnswerArrival one : arrivals) {
            AnswerReading reading = reader.read(one.arrival());
            if (reading instanceof AnswerReading.Refused refused) {
                one.refused().park(refused.problem());
            } else if (reading instanceof AnswerReading.Understood understood) {
                read.add(new Read(one, understood));
            }
        }
        return read;
    }

    private Conversation handled(Conversation conversation, Read read) {
        ProviderAnswer answer = read.answer().answer();
        String trace = TraceParent.of(read.one().arrival().property(TraceParent.NAME));
        Handled message = Handled.about(conversation, answer.kind(), answer.messageId(), trace, true);
        return unit.spans().handle(message, () -> answered(conversation, read), SpanOutcome::of);
    }

    private Conversation answered(Conversation conversation, Read read) {
        Event event = new Event.ProviderAnswered(read.answer().answer());
        var decision = unit.patterns().decide(conversation, event, unit.now());
        var enactment = new EffectExecutor(unit, read.one().accepted());
        Conversation changed = enactment.enact(decision.conversation(), decision.effects());
        if (!changed.equals(conversation)) {
            return unit.engines().of(conversation).store(unit, changed);
        }
        return changed;
    }

    /**
     * The branches of a transaction commit one after the other: a quick provider, or a crash, can show its answer
     * before the conversation.
     */
    private void lookAgainLater(Read read, Problem otherwise) {
        int looks = read.one().looks() + 1;
        if (looks > MOST_LOOKS) {
            read.one().refused().park(otherwise);
        } else {
            read.one().later().accept(looks);
        }
    }

    private static Problem noConversation(String id) {
        return ConversationProblem.CONVERSATION_MISSING.because(
                "Conversation " + id + " is not there, or not any more.");
    }
}
