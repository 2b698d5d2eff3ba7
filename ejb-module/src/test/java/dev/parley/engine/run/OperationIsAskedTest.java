package dev.parley.engine.run;

import static dev.parley.engine.run.Workbench.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.Fault;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Status;
import dev.parley.engine.wire.Lane;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.simulation.errand.ErrandPattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a pattern gets that asks an operation: an exchange of its own, and its answer, once. */
class OperationIsAskedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Callable<String> script = () -> "{\"done\":true}";
    private final ScriptedOperation operation = new ScriptedOperation(() -> script.call());
    private final Workbench bench = new Workbench(operation);
    private List<String> steps = List.of("place-order");

    @BeforeEach
    void letThereBeErrands() {
        bench.more.add(new ErrandPattern(errand -> steps, PATIENCE));
        bench.parts.add(new PatternEngine() {
            @Override
            public String pattern() {
                return ErrandPattern.NAME;
            }

            @Override
            public boolean takes(PendingRequest pending) {
                return !pending.request().envelope().sender().startsWith("conversation:");
            }
        });
    }

    private Conversation errand() {
        return bench.store.conversations.get("c1");
    }

    private List<Conversation> asked() {
        return bench.store.conversations.values().stream()
                .filter(c -> Parent.at(c.replyTo()) != null)
                .toList();
    }

    private Conversation onlyAsked() {
        assertThat(asked()).hasSize(1);
        return asked().get(0);
    }

    private List<JournalEntry> journal(Conversation conversation, Direction direction) {
        return bench.store.journal.stream()
                .filter(e -> e.conversationId().equals(conversation.id()) && e.direction() == direction)
                .toList();
    }

    private void work() {
        bench.work(onlyAsked().id(), Lane.SHARED);
    }

    @Test
    void anExchangeBeginsWithWhatWasAsked() {
        bench.receive(request("m1", "{}", false));
        Conversation asked = onlyAsked();
        assertThat(asked.pattern()).isEqualTo(Patterns.EXCHANGE);
        assertThat(asked.sender()).isEqualTo("conversation:c1");
        assertThat(asked.correlationId()).isEqualTo(errand().correlationId());
        assertThat(asked.hops()).isEqualTo(1);
        assertThat(asked.owner()).isNull();
        assertThat(asked.expiresAt()).isEqualTo(asked.createdAt().plus(PATIENCE));
        assertThat(journal(asked, Direction.IN).get(0).body()).isEqualTo("{\"step\":0}");
        assertThat(journal(errand(), Direction.OUT)).singleElement().satisfies(e -> {
            assertThat(e.kind()).isEqualTo(MessageKind.REQUEST);
            assertThat(e.to()).isEqualTo("operation:place-order");
        });
        assertThat(bench.gateway.queued)
                .singleElement()
                .satisfies(q -> assertThat(q.work().conversationId()).isEqualTo(asked.id()));
    }

    @Test
    void theAnswerEndsTheOneThatAskedInTheSameTransaction() {
        bench.receive(request("m1", "{}", false));
        work();
        assertThat(onlyAsked().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(errand().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(journal(errand(), Direction.IN)).last().satisfies(e -> {
            assertThat(e.kind()).isEqualTo(MessageKind.REPLY);
            assertThat(e.from())
                    .isEqualTo("conversation:exchange/" + onlyAsked().id());
            assertThat(e.body()).isEqualTo("{\"done\":true}");
        });
        assertThat(bench.gateway.sent).singleElement().satisfies(m -> {
            assertThat(m.conversationId()).isEqualTo("c1");
            assertThat(m.body()).isEqualTo("{\"answers\":[{\"done\":true}]}");
        });
    }

    @Test
    void aFaultOfTheOperationIsAnAnswer() {
        script = () -> {
            throw new Fault("out-of-stock", "none left");
        };
        bench.receive(request("m1", "{}", false));
        work();
        assertThat(errand().status()).isEqualTo(Status.FAULTED);
        assertThat(journal(errand(), Direction.IN)).last().satisfies(e -> {
            assertThat(e.kind()).isEqualTo(MessageKind.FAULT);
            assertThat(e.body()).contains("out-of-stock");
        });
    }

    @Test
    void anOperationThatIsNotThereIsAnsweredWithAFaultOnceAndAtOnce() {
        steps = List.of("nowhere");
        bench.receive(request("m1", "{}", false));
        assertThat(asked()).isEmpty();
        assertThat(errand().status()).isEqualTo(Status.FAULTED);
        assertThat(journal(errand(), Direction.IN).stream().filter(e -> e.kind() == MessageKind.FAULT))
                .singleElement()
                .satisfies(e -> assertThat(e.body()).contains("operation"));
    }

    @Test
    void whatIsAskedAfterAnAnswerIsAnotherExchange() {
        steps = List.of("place-order", "place-order");
        bench.receive(request("m1", "{}", false));
        work();
        assertThat(errand().status()).isEqualTo(Status.RUNNING);
        assertThat(asked()).hasSize(2);
        asked().forEach(c -> bench.work(c.id(), Lane.SHARED));
        assertThat(errand().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(operation.calls).hasSize(2);
    }

    @Test
    void anAnswerThatComesAfterTheEndIsJournaledAndDropped() {
        bench.receive(request("m1", "{}", false));
        Conversation over = errand().become(Status.CANCELLED, errand().createdAt());
        bench.store.conversations.put("c1", over);
        work();
        assertThat(errand()).isEqualTo(over.journaled(1));
        assertThat(journal(errand(), Direction.IN)).last().satisfies(e -> assertThat(e.kind())
                .isEqualTo(MessageKind.REPLY));
        assertThat(bench.gateway.sent).isEmpty();
    }

    @Test
    void nobodyIsAskedForLongerThanTheOneWhoAsksHas() {
        bench.receive(request("m1", "{}", false));
        bench.pass(Duration.ofSeconds(30));
        Instant deadline = errand().expiresAt();
        enact(errand(), new Effect.Ask("late", "place-order", "{}", deadline.plusSeconds(1000)));
        assertThat(asked()).anySatisfy(c -> {
            assertThat(c.messageId()).isEqualTo("c1.ask.late");
            assertThat(c.expiresAt()).isEqualTo(deadline);
        });
    }

    @Test
    void twoThingsUnderOneKeyAreAMistake() {
        bench.receive(request("m1", "{}", false));
        Effect other = new Effect.Ask("step-0", "place-order", "{\"other\":1}", errand().expiresAt());
        assertThatThrownBy(() -> enact(errand(), other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("step-0");
    }

    @Test
    void anExchangeIsLeftToANodeThatKnowsThePatternOfWhoeverAsked() {
        bench.receive(request("m1", "{}", false));
        String id = onlyAsked().id();
        bench.more.clear();
        bench.gateway.queued.clear();
        bench.work(id, Lane.SHARED);
        assertThat(operation.calls).isEmpty();
        assertThat(bench.gateway.queued)
                .singleElement()
                .satisfies(q -> assertThat(q.work().looks()).isEqualTo(1));
    }

    private void enact(Conversation conversation, Effect effect) {
        new EffectExecutor(bench.unit(), bench.gateway.parked::add).enact(conversation, List.of(effect));
    }

    /** Work on what was asked may wait for whoever asked: both are not waited for at once. */
    @Test
    void whatWasAskedIsLookedAfterAfterWhoAsked() {
        bench.receive(request("m1", "{}", false));
        bench.pass(Duration.ofMinutes(1));

        bench.sweep();

        assertThat(errand().status()).isEqualTo(Status.EXPIRED);
        assertThat(onlyAsked().status()).isNotEqualTo(Status.EXPIRED);
        bench.sweep();
        assertThat(onlyAsked().status()).isEqualTo(Status.EXPIRED);
    }
}
