package dev.parley.engine.run;

import static dev.parley.engine.run.Workbench.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Fault;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Event;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Provider;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Retry;
import dev.parley.conversation.Status;
import dev.parley.conversation.gathering.Gathering;
import dev.parley.conversation.gathering.GatheringCodec;
import dev.parley.conversation.gathering.GatheringForm;
import dev.parley.directory.OperationResolution;
import dev.parley.engine.commit.Result;
import dev.parley.engine.gateway.EventPublishing;
import dev.parley.engine.gateway.Solicitation;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;
import dev.parley.exchange.Compensations;
import dev.parley.exchange.engine.ExchangeEngine;
import dev.parley.gathering.GatheringPattern;
import dev.parley.gathering.engine.GatheringEngine;
import dev.parley.message.Address;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is asked in a gathering, and is not taken: withdrawn, or undone by the operation that undoes it. */
class LosersAreReleasedTest {

    private static final String TWO = "{\"to\":{\"operations\":[\"place-order\",\"dear\"]},\"request\":{\"a\":1}";
    private static final String PROVIDERS =
            "{\"to\":{\"operation\":\"place-order\",\"providers\":\"all\"},\"request\":{\"a\":1}";
    private static final String TOO_LATE =
            "{\"type\":\"urn:example:too-late\",\"title\":\"Too late\",\"detail\":\"It has gone.\"}";
    private static final Address PAUL = Address.queue("provider.paul");
    private static final Address PETRA = Address.queue("provider.petra");

    private static final class NoTopics implements EventPublishing {
        @Override
        public String publish(String topic, String sender, String messageId, int hops, String body) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Result<List<String>> solicit(Solicitation event) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class EachIsOne extends GatheringEngine {
        EachIsOne() {
            super(new NoTopics());
        }

        @Override
        public boolean takes(PendingRequest pending) {
            return !pending.request().envelope().sender().startsWith("conversation:");
        }
    }

    private Callable<String> script = () -> "{\"price\":1}";
    private final ScriptedOperation operation = new ScriptedOperation(() -> script.call());
    private final Workbench bench = new Workbench(operation);

    @BeforeEach
    void letThereBeGatherings() {
        bench.more.add(new GatheringPattern());
        bench.parts.add(new EachIsOne());
        bench.directory.also("dear");
        bench.directory.also("undo-dear");
        bench.directory.undo("dear", "undo-dear");
        bench.parts.add(new ExchangeEngine());
        bench.compensations = new Compensations() {
            @Override
            public String of(String operation) {
                return bench.directory
                        .find(operation)
                        .map(OperationResolution::compensation)
                        .orElse(null);
            }

            @Override
            public boolean takesReply(String compensation) {
                return true;
            }
        };
    }

    private void gather(String order, String more) {
        bench.receive(request("m1", order + more + "}", false));
    }

    private Conversation gathering() {
        return bench.store.conversations.get("c1");
    }

    private Gathering state() {
        return (Gathering) gathering().patternState();
    }

    private Conversation asked(String name) {
        return bench.store.conversations.values().stream()
                .filter(c -> Parent.at(c.replyTo()) != null && c.operation().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private boolean wasAsked(String name) {
        return bench.store.conversations.values().stream()
                .anyMatch(c -> c.operation().equals(name));
    }

    private void replies(String name, String reply) {
        script = () -> reply;
        work(name);
    }

    private void work(String name) {
        bench.work(new OperationWork(asked(name).id(), name, null), Lane.SHARED);
    }

    private String requested(Conversation conversation) {
        return bench.store.journal.stream()
                .filter(e -> e.conversationId().equals(conversation.id()) && e.direction() == Direction.IN)
                .map(JournalEntry::body)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsDearerIsUndone() {
        gather(TWO, ",\"take\":\"least:/price\",\"losers\":\"compensate\"");
        replies("dear", "{\"price\":9}");
        assertThat(wasAsked("undo-dear")).as("nobody knows yet").isFalse();

        replies("place-order", "{\"price\":1}");

        assertThat(gathering().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(state().choice().undone()).containsExactly("dear");
        assertThat(requested(asked("undo-dear"))).isEqualTo("{\"price\":9}");
        replies("undo-dear", "{}");
        assertThat(bench.gateway.parked).isEmpty();
        assertThat(asked("dear").status()).isEqualTo(Status.COMPENSATED);
        assertThat(gathering().status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void whatNothingUndoesStays() {
        gather(TWO, ",\"take\":\"most:/price\",\"losers\":\"compensate\"");
        replies("dear", "{\"price\":9}");
        replies("place-order", "{\"price\":1}");
        assertThat(wasAsked("undo-dear")).isFalse();
        assertThat(bench.store.journal)
                .filteredOn(e -> e.conversationId().equals("c1") && e.kind() == MessageKind.NOTICE)
                .singleElement()
                .satisfies(e -> assertThat(e.body()).isEqualTo("{\"kept\":[\"place-order\"]}"));
        assertThat(GatheringForm.shown(state()).path("undone"))
                .as("nobody undoes it")
                .isEmpty();
        assertThat(GatheringForm.shown(state()).path("undoing")).isEmpty();
        assertThat(GatheringForm.shown(state()).path("kept")).hasToString("[\"place-order\"]");
        GatheringCodec codec = new GatheringCodec();
        assertThat(codec.decode(codec.encode(state()))).isEqualTo(state());
    }

    /** It has said no: a person sees to it, and what was done is in one conversation with what undoes it. */
    @Test
    void whatCannotBeUndoneIsForOperators() {
        gather(TWO, ",\"take\":\"least:/price\",\"losers\":\"compensate\"");
        replies("dear", "{\"price\":9}");
        replies("place-order", "{\"price\":1}");
        script = () -> {
            throw new Fault("too-late", "It has gone.");
        };
        work("undo-dear");
        assertThat(bench.gateway.parked).isEmpty();
        assertThat(asked("dear").status()).isEqualTo(Status.STUCK);
        assertThat(state().choice().howFar("dear")).isEqualTo(Status.STUCK);
        assertThat(gathering().status()).isEqualTo(Status.SUCCEEDED);

        Conversation before = asked("undo-dear");
        bench.intervene(asked("dear").id(), new Event.Cancelled("user:olga"));
        assertThat(state().choice().howFar("dear")).isEqualTo(Status.COMPENSATING);
        script = () -> "{}";
        bench.work(new OperationWork(another("undo-dear", before).id(), "undo-dear", null), Lane.SHARED);
        assertThat(asked("dear").status()).isEqualTo(Status.COMPENSATED);
        assertThat(state().choice().howFar("dear")).isEqualTo(Status.COMPENSATED);
    }

    private Conversation another(String name, Conversation than) {
        return bench.store.conversations.values().stream()
                .filter(c -> c.operation().equals(name) && !c.id().equals(than.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatFailsToBeUndoneIsUndoneAgain() {
        gather(TWO, ",\"take\":\"least:/price\",\"losers\":\"compensate\"");
        replies("dear", "{\"price\":9}");
        replies("place-order", "{\"price\":1}");
        Conversation failed = asked("undo-dear");
        bench.intervene(failed.id(), new Event.Withdrawn());
        assertThat(asked("dear").status()).isEqualTo(Status.COMPENSATING);
        assertThat(bench.gateway.parked).isEmpty();

        bench.pass(Duration.ofSeconds(2));
        bench.sweep();

        script = () -> "{}";
        bench.work(new OperationWork(another("undo-dear", failed).id(), "undo-dear", null), Lane.SHARED);
        assertThat(asked("dear").status()).isEqualTo(Status.COMPENSATED);
    }

    @Test
    void whoHasNotBegunIsWithdrawn() {
        gather(TWO, ",\"complete\":\"first\",\"losers\":\"cancel\"");
        replies("place-order", "{\"price\":1}");
        assertThat(asked("dear").status()).isEqualTo(Status.CANCELLED);
        assertThat(wasAsked("undo-dear")).isFalse();
    }

    /** It ends in the transaction that begins it, before it is stored. */
    @Test
    void whoCannotBeEnoughFromTheBeginningIsWithdrawn() {
        gather(TWO, ",\"complete\":\"quorum:3\",\"losers\":\"compensate\"");
        assertThat(gathering().status()).isEqualTo(Status.FAULTED);
        assertThat(bench.gateway.sent).last().satisfies(m -> assertThat(m.body())
                .contains("too-few"));
        assertThat(asked("dear").status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void whoIsIgnoredGoesOn() {
        gather(TWO, ",\"complete\":\"first\"");
        replies("place-order", "{\"price\":1}");
        assertThat(asked("dear").status().isFinal()).isFalse();
        replies("dear", "{\"price\":9}");
        assertThat(wasAsked("undo-dear")).isFalse();
    }

    /** Whoever has it in hand is not waited for. */
    @Test
    void whatIsDoneTooLateIsUndoneThen() {
        gather(TWO, ",\"complete\":\"first\",\"losers\":\"compensate\"");
        bench.store.busy.add(asked("dear").id());
        replies("place-order", "{\"price\":1}");
        assertThat(gathering().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(asked("dear").status().isFinal()).isFalse();

        replies("dear", "{\"price\":9}");

        assertThat(requested(asked("undo-dear"))).isEqualTo("{\"price\":9}");
        assertThat(state().answers()).as("it counts no more").hasSize(1);
    }

    /** What undoes it gets what came late: it was never passed on. */
    @Test
    void whatAProviderHasDoneTooLateIsUndoneWithWhatItReplied() {
        bench.directory.enter(new Provision(List.of(new Provider(PAUL, null)), Duration.ofSeconds(10), Retry.DEFAULT));
        bench.directory.undo("place-order", "undo-dear");
        gather(TWO, ",\"complete\":\"first\",\"losers\":\"compensate\"");
        String paul = to(PAUL).get(0).correlationId();
        replies("dear", "{\"price\":9}");
        assertThat(gathering().status()).isEqualTo(Status.SUCCEEDED);

        bench.answer(paul, MessageKind.REPLY, "{\"price\":1}", 0);

        assertThat(asked("place-order").status()).isEqualTo(Status.COMPENSATING);
        assertThat(requested(asked("undo-dear"))).isEqualTo("{\"price\":1}");
    }

    @Test
    void anOperationChooses() {
        bench.directory.also("choose");
        gather(TWO, ",\"take\":{\"operation\":\"choose\"},\"losers\":\"compensate\"");
        replies("dear", "{\"price\":9}");
        replies("place-order", "{\"price\":1}");
        assertThat(gathering().status()).isEqualTo(Status.RUNNING);
        assertThat(requested(asked("choose"))).contains("\"complete\":\"all\"").contains("\"price\":9");

        replies("choose", "{\"taken\":\"place-order\"}");

        assertThat(gathering().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(bench.gateway.sent).last().satisfies(m -> assertThat(m.body())
                .contains("\"taken\":{\"from\":\"place-order\""));
        assertThat(wasAsked("undo-dear")).isTrue();
    }

    /** The gathering itself has an hour; what undoes something may take longer. */
    @Test
    void whatComesWhileAnOperationChoosesIsUndoneInItsOwnTime() {
        bench.directory.also("choose");
        gather(TWO, ",\"complete\":\"first\",\"take\":{\"operation\":\"choose\"},\"losers\":\"compensate\"");
        replies("place-order", "{\"price\":1}");
        replies("dear", "{\"price\":9}");
        assertThat(gathering().status()).isEqualTo(Status.RUNNING);
        assertThat(asked("undo-dear").expiresAt()).isEqualTo(Workbench.START.plus(Duration.ofDays(7)));
    }

    @Test
    void anOperationThatChoosesNobodyWhoIsThere() {
        bench.directory.also("choose");
        gather(TWO, ",\"take\":{\"operation\":\"choose\"},\"losers\":\"compensate\"");
        replies("dear", "{\"price\":9}");
        replies("place-order", "{\"price\":1}");
        replies("choose", "{\"taken\":\"carol\"}");
        assertThat(gathering().status()).isEqualTo(Status.FAULTED);
        assertThat(bench.gateway.sent).last().satisfies(m -> assertThat(m.body())
                .contains("choice-failed"));
        assertThat(wasAsked("undo-dear")).isTrue();
    }

    @Test
    void anOperationThatDoesNotChooseInTime() {
        bench.directory.also("choose");
        gather(TWO, ",\"take\":{\"operation\":\"choose\"},\"deadline\":\"PT20S\"");
        replies("dear", "{\"price\":9}");
        bench.pass(Duration.ofSeconds(21));
        bench.sweep();
        assertThat(wasAsked("choose")).as("who has replied in time is enough").isTrue();
        assertThat(gathering().status()).isEqualTo(Status.RUNNING);

        bench.pass(Duration.ofMinutes(2));
        bench.sweep();

        assertThat(gathering().status()).isEqualTo(Status.FAULTED);
        assertThat(bench.gateway.sent).last().satisfies(m -> assertThat(m.body())
                .contains("choice-failed"));
    }

    @Test
    void aProviderOfSeveralIsSentWhatUndoesIt() {
        bench.directory.enter(new Provision(
                List.of(new Provider(PAUL, null), new Provider(PETRA, null)), Duration.ofSeconds(10), Retry.DEFAULT));
        bench.directory.undo("place-order", "undo-dear");
        gather(PROVIDERS, ",\"complete\":\"first\",\"losers\":\"compensate\"");
        Outgoing paul = to(PAUL).get(0);
        Outgoing petra = to(PETRA).get(0);

        bench.answer(paul.correlationId(), MessageKind.REPLY, "{\"price\":1}", 0);
        assertThat(gathering().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(to(PETRA)).as("taken back").isEmpty();
        bench.answer(petra.correlationId(), MessageKind.REPLY, "{\"price\":2}", 0);
        bench.answer(petra.correlationId(), MessageKind.REPLY, "{\"price\":3}", 0);

        assertThat(to(PAUL)).hasSize(1);
        assertThat(to(PETRA)).singleElement().satisfies(undo -> {
            assertThat(undo.type()).isEqualTo("undo-dear");
            assertThat(undo.body()).isEqualTo("{\"request\":{\"a\":1},\"reply\":{\"price\":2},\"outcome\":\"done\"}");
            assertThat(undo.properties()).containsEntry("Compensates", petra.messageId());
            bench.answer(undo.correlationId(), MessageKind.FAULT, TOO_LATE, 0);
        });
        assertThat(bench.gateway.parked).extracting(Problem::name).containsExactly("not-undone");
        assertThat(state().choice().howFar(PETRA.toString())).isEqualTo(Status.STUCK);
    }

    private List<Outgoing> to(Address provider) {
        return bench.gateway.sent.stream().filter(m -> provider.equals(m.to())).toList();
    }
}
