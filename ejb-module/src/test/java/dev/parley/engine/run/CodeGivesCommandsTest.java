package dev.parley.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.PatternState;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import dev.parley.message.Participant;
import dev.parley.process.KnownProcess;
import dev.parley.process.ProcessLimits;
import dev.parley.process.ProcessPattern;
import dev.parley.process.Versions;
import dev.parley.process.command.Command;
import dev.parley.process.command.Commanded;
import dev.parley.process.command.Ordered;
import dev.parley.process.engine.KeyedInstances;
import dev.parley.process.engine.MessageEngine;
import dev.parley.process.message.MessagePattern;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Code in the EAR cancels, in a transaction of its own that comes after that in which it wants that; no more. */
class CodeGivesCommandsTest {

    private static final String MESSAGE = "a-message";
    private static final String INSTANCE = "the-order";
    private static final String CODE = Participant.operation("close-shop");
    private static final String CANCEL = "{\"command\":\"cancel\",\"reason\":\"closed\"}";

    private final Workbench bench = new Workbench(new ScriptedOperation(() -> "{}"));
    private final MessagePattern pattern = new MessagePattern(ProcessLimits.DEFAULT);
    private final List<Event> told = new ArrayList<>();

    @BeforeEach
    void begin() {
        bench.more.add(pattern);
        bench.more.add(new Listening());
        bench.parts.add(new MessageEngine(new NoVersions(), new NoInstances(), ProcessLimits.DEFAULT));
        Envelope order = request("order", "user:ann", Address.queue("reply.ann"), null, "{}");
        bench.store.insert(Conversation.accepted(ProcessPattern.NAME, order, INSTANCE, Workbench.START)
                .become(Status.RUNNING, Workbench.START));
    }

    private static Envelope request(
            String operation, String sender, @Nullable Address replyTo, @Nullable String conversation, String body) {
        return new Envelope(
                operation,
                body,
                MessageExchangePattern.IN_OUT,
                sender,
                null,
                "m1",
                "m1",
                replyTo,
                null,
                false,
                null,
                conversation,
                Workbench.START.plusSeconds(30),
                0);
    }

    private void give(String sender, @Nullable Address replyTo, String command) {
        Envelope message = request("parley.command", sender, replyTo, INSTANCE, command);
        Decision begun = pattern.begin(new Event.Requested(message, MESSAGE), Workbench.START);
        bench.store.insert(EffectExecutor.received(bench.unit(), begun.conversation(), command));
    }

    private void sweepLater() {
        bench.pass(Duration.ofMillis(500));
        bench.sweep();
    }

    private Status message() {
        return bench.store.conversations.get(MESSAGE).status();
    }

    private static Ordered cancelled(String by) {
        return new Ordered(MESSAGE, new Commanded(new Command.Cancel(false), by, "closed"));
    }

    @Test
    void itsCancelIsTold() {
        give(CODE, null, CANCEL);
        assertThat(told).isEmpty();

        sweepLater();

        assertThat(told).containsExactly(cancelled(CODE));
    }

    @Test
    void itsCancelWaitsUntilNobodyHasTheInstance() {
        give(Participant.APPLICATION, null, CANCEL);
        bench.store.held.add(INSTANCE);
        sweepLater();
        assertThat(told).isEmpty();

        bench.store.held.clear();
        sweepLater();

        assertThat(told).containsExactly(cancelled(Participant.APPLICATION));
    }

    @Test
    void itIsNoOperator() {
        give(CODE, null, "{\"command\":\"pause\",\"reason\":\"r\"}");

        sweepLater();

        assertThat(message()).isEqualTo(Status.FAULTED);
        assertThat(told).isEmpty();
    }

    @Test
    void itForcesNothing() {
        give(CODE, null, "{\"command\":\"cancel\",\"reason\":\"r\",\"force\":true}");

        sweepLater();

        assertThat(message()).isEqualTo(Status.FAULTED);
        assertThat(told).isEmpty();
    }

    /** A sender of whom the broker knows nothing is called by its address: it has one. */
    @Test
    void whoIsAnsweredSomewhereIsNoCode() {
        give(CODE, Address.operation("close-shop"), CANCEL);

        sweepLater();

        assertThat(message()).isEqualTo(Status.FAULTED);
        assertThat(told).isEmpty();
    }

    /** A process that hears what it is told, and does nothing. */
    private final class Listening implements ConversationPattern<PatternState> {

        @Override
        public String name() {
            return ProcessPattern.NAME;
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
        public Decision decide(Conversation conversation, @Nullable PatternState state, Event event, Instant now) {
            told.add(event);
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
