package dev.parley.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Status;
import dev.parley.message.Address;
import dev.parley.process.KnownProcess;
import dev.parley.process.ProcessLimits;
import dev.parley.process.Versions;
import dev.parley.process.engine.KeyedInstances;
import dev.parley.process.engine.MessageEngine;
import dev.parley.process.message.MessagePattern;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that takes a message has locked itself, and then locks the message; so has whoever recalls it. */
class MessageIsLockedBehindItsProcessTest {

    private static final String PROCESS = "the-order";
    private static final String MESSAGE = "a-message";

    private final Workbench bench = new Workbench(new ScriptedOperation(() -> "{}"));
    private final MessagePattern pattern = new MessagePattern(ProcessLimits.DEFAULT);

    @BeforeEach
    void send() {
        bench.more.add(pattern);
        bench.parts.add(new MessageEngine(new NoVersions(), new NoInstances(), ProcessLimits.DEFAULT));
        Envelope message = new Envelope(
                        "order.approved",
                        "{}",
                        MessageExchangePattern.IN_OUT,
                        "user:bob",
                        "bob",
                        "m1",
                        "m1",
                        Address.queue("reply.bob"),
                        null,
                        false,
                        null,
                        PROCESS,
                        Workbench.START.plusSeconds(30),
                        0)
                .deadlineGiven(true);
        bench.store.insert(pattern.begin(new Event.Requested(message, MESSAGE), Workbench.START)
                .conversation());
    }

    private Conversation message() {
        return bench.store.conversations.get(MESSAGE);
    }

    @Test
    void whenItIsCancelled() {
        new Intervention(bench.unit()).happen(message(), new Event.Cancelled("bob", "", false));

        assertThat(bench.store.locked).containsExactly(PROCESS, MESSAGE);
        assertThat(message().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void whenItsTimeIsOver() {
        bench.pass(Duration.ofSeconds(30));

        assertThat(bench.sweep()).isEqualTo(1);

        assertThat(bench.store.locked).contains(PROCESS);
        assertThat(message().status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void itIsLeftToTheNextSweepWhileSomebodyElseHasTheProcess() {
        bench.store.held.add(PROCESS);
        bench.pass(Duration.ofSeconds(30));

        assertThat(bench.sweep()).isZero();
        assertThat(message().status()).isEqualTo(Status.RUNNING);

        bench.store.held.clear();
        assertThat(bench.sweep()).isEqualTo(1);
        assertThat(message().status()).isEqualTo(Status.EXPIRED);
    }

    /** No process is defined: nobody looks for one whose id is known. */
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

    /** Nothing is found by attributes. */
    private static final class NoInstances implements KeyedInstances {

        @Override
        public List<String> find(String process, Map<String, String> key, int most) {
            return List.of();
        }

        @Override
        public void hold(String process, Map<String, String> key) {}
    }
}
