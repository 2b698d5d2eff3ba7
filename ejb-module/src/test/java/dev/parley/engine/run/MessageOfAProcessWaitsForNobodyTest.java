package dev.parley.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Parent;
import dev.parley.conversation.PatternState;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import dev.parley.process.KnownProcess;
import dev.parley.process.ProcessLimits;
import dev.parley.process.Versions;
import dev.parley.process.engine.KeyedInstances;
import dev.parley.process.engine.MessageEngine;
import dev.parley.process.engine.ProcessEngine;
import dev.parley.process.event.AnswerMessage;
import dev.parley.process.message.MessagePattern;
import dev.parley.process.message.MessageState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two processes that send each other messages: each is locked when it sends one, and the other one when it takes one.
 * Neither is waited for by whoever has the other in hand.
 */
class MessageOfAProcessWaitsForNobodyTest {

    private static final String MESSAGE = "a-message";
    private static final String SENDER = "the-sender";
    private static final String INSTANCE = "the-order";

    private final Workbench bench = new Workbench(new ScriptedOperation(() -> "{}"));
    private final MessagePattern pattern = new MessagePattern(ProcessLimits.DEFAULT);

    @BeforeEach
    void send() {
        bench.more.add(pattern);
        bench.more.add(new Listening());
        bench.parts.add(new MessageEngine(new NoVersions(), new NoInstances(), ProcessLimits.DEFAULT));
        bench.store.insert(conversation(SENDER));
        bench.store.insert(conversation(INSTANCE));
        Envelope message = request(new Parent(Listening.NAME, SENDER).address(), INSTANCE);
        bench.store.insert(pattern.begin(new Event.Requested(message, MESSAGE), Workbench.START)
                .conversation());
    }

    private static Envelope request(Address replyTo, String conversationId) {
        return new Envelope(
                        "order.approved",
                        "{}",
                        MessageExchangePattern.IN_OUT,
                        "conversation:" + SENDER,
                        null,
                        "m1",
                        "m1",
                        replyTo,
                        null,
                        false,
                        "step.say",
                        conversationId,
                        Workbench.START.plusSeconds(30),
                        0)
                .deadlineGiven(true);
    }

    private static Conversation conversation(String id) {
        return Conversation.accepted(Listening.NAME, request(Address.queue("reply.bob"), id), id, Workbench.START)
                .become(Status.RUNNING, Workbench.START);
    }

    private Conversation message() {
        return bench.store.conversations.get(MESSAGE);
    }

    private MessageState state() {
        return (MessageState) message().patternState();
    }

    /** The instance takes it, in a transaction that has the instance. */
    private void isTaken() {
        UnitOfWork unit = bench.unit();
        new ProcessEngine(ProcessLimits.DEFAULT)
                .enact(unit, bench.store.conversations.get(INSTANCE), new AnswerMessage(MESSAGE, null));
        unit.parents().give(unit);
    }

    @Test
    void whenItIsTaken() {
        isTaken();
        assertThat(message().status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void whenItIsTakenAndSomebodyHasItsSender() {
        bench.store.busy.add(SENDER);
        isTaken();
        assertThat(message().status()).isEqualTo(Status.RUNNING);
        assertThat(bench.store.locked).doesNotContain(SENDER);

        bench.pass(Duration.ofMillis(100));
        bench.sweep();
        assertThat(message().status()).as("still in somebody's hands").isEqualTo(Status.RUNNING);

        bench.store.busy.clear();
        bench.pass(Duration.ofMillis(200));
        bench.sweep();
        assertThat(message().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(state().outcome()).isNotNull();
    }

    /** A pattern whose conversations hear what they are told, and go on. */
    private static final class Listening implements ConversationPattern<PatternState> {

        static final String NAME = "listening";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public StateCodec<PatternState> codec() {
            throw new IllegalStateException("Nothing is kept");
        }

        @Override
        public Decision begin(Event event, Instant now) {
            throw new IllegalArgumentException("Nothing begins with " + event);
        }

        @Override
        public Decision decide(Conversation conversation, PatternState state, Event event, Instant now) {
            return Decision.nothing(conversation);
        }
    }

    private static final class NoVersions implements Versions {

        @Override
        public Map<String, KnownProcess> current(Collection<String> processes) {
            return Map.of();
        }

        @Override
        public KnownProcess of(String process, int version) {
            throw new IllegalStateException("There is no process " + process);
        }
    }

    private static final class NoInstances implements KeyedInstances {

        @Override
        public List<String> find(String process, Map<String, String> key, int most) {
            return List.of();
        }

        @Override
        public void hold(String process, Map<String, String> key) {}
    }
}
