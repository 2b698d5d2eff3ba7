package dev.parley.engine.run;

import static dev.parley.engine.run.Workbench.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Event;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Provider;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Received;
import dev.parley.conversation.Retry;
import dev.parley.conversation.Status;
import dev.parley.engine.wire.Lane;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.process.KnownProcess;
import dev.parley.process.ProcessLimits;
import dev.parley.process.ProcessPattern;
import dev.parley.process.Versions;
import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.definition.ProcessReader;
import dev.parley.process.engine.ProcessEngine;
import dev.parley.process.rule.ProcessSettings;
import dev.parley.process.state.ProcessState;
import dev.parley.value.Mappings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Processes in the engine: their steps are exchanges of their own, and providers are told for what they are asked. */
class ProcessIsRunTest {

    private static final String OPERATION = "place-order";
    private static final String DEFINITION =
            """
            {"steps": [{"name": "a", "operation": "place-order", "retry": {"attempts": 2, "backoff": "PT1S"}}],
             "reply": {"got": {"$": "/steps/a/reply"}}}""";

    private final ScriptedOperation operation = new ScriptedOperation(() -> "{\"done\":true}");
    private final Workbench bench = new Workbench(operation);
    private final KnownOffers offers = new KnownOffers();
    private KnownProcess process = defined(DEFINITION);
    private ProcessLimits limits = ProcessLimits.DEFAULT;

    private KnownProcess defined(String definition) {
        return KnownProcess.of(1, new ProcessReader(DefinitionLimits.DEFAULT, offers).stored(OPERATION, definition));
    }

    /** One process, which is called like the operation that it asks. */
    private final class OneVersion implements Versions {

        @Override
        public Map<String, KnownProcess> current(Collection<String> processes) {
            return Map.of(OPERATION, process);
        }

        @Override
        public KnownProcess of(String name, int version) {
            return process;
        }
    }

    private void begin() {
        prepare();
        bench.receive(request("m1", "{}", false));
    }

    private void prepare() {
        bench.more.add(new ProcessPattern(new OneVersion(), offers, limits, Mappings.NONE));
        bench.parts.add(new ProcessEngine(limits) {
            @Override
            public boolean takes(PendingRequest pending) {
                return !pending.request().envelope().sender().startsWith("conversation:");
            }
        });
    }

    private Conversation instance() {
        return bench.store.conversations.get("c1");
    }

    private List<Conversation> asked() {
        return bench.store.conversations.values().stream()
                .filter(c -> Parent.at(c.replyTo()) != null)
                .toList();
    }

    private List<Outgoing> requests() {
        return bench.gateway.sent.stream()
                .filter(m -> m.kind() == MessageKind.REQUEST)
                .toList();
    }

    @Test
    void aStepThatAMethodServesIsDoneAndTheProcessEnds() {
        offers.beans(OPERATION);
        begin();
        assertThat(instance().status()).isEqualTo(Status.RUNNING);
        bench.work(asked().get(0).id(), Lane.SHARED);
        assertThat(instance().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(bench.gateway.sent).singleElement().satisfies(m -> {
            assertThat(m.kind()).isEqualTo(MessageKind.REPLY);
            assertThat(m.body()).isEqualTo("{\"got\":{\"done\":true}}");
        });
    }

    private static final String THREE =
            """
            {"steps": [{"name": "a", "operation": "place-order"}, {"name": "b", "operation": "place-order"},
                       {"name": "c", "operation": "place-order", "input": {"got": {"$": "/steps/b/reply"}}}]}""";

    private void three(int chain) {
        offers.beans(OPERATION);
        bench.knowing();
        process = defined(THREE);
        limits = new ProcessLimits(
                DefinitionLimits.DEFAULT,
                new ProcessSettings(1 << 20, 1000, Duration.ofSeconds(1), Duration.ofMinutes(5), chain));
        begin();
    }

    /** The ids of the conversations that a step is asked in are new each time. */
    private List<String> journal(String conversationId) {
        return bench.store.journal.stream()
                .filter(j -> j.conversationId().equals(conversationId))
                .map(j -> j.sequence() + " " + j.direction() + " " + j.kind() + " " + j.type() + " " + j.messageId()
                        + " " + j.body())
                .map(line -> line.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID"))
                .toList();
    }

    @Test
    void stepsThatFollowEachOtherAreDoneInOneTransaction() {
        three(16);
        assertThat(instance().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(bench.gateway.queued).isEmpty();
        assertThat(asked()).hasSize(3).allSatisfy(c -> assertThat(c.status()).isEqualTo(Status.SUCCEEDED));
    }

    @Test
    void noMoreOfThemThanAllowed() {
        three(2);
        assertThat(instance().status()).isEqualTo(Status.RUNNING);
        assertThat(bench.gateway.queued).hasSize(1);
        assertThat(asked()).hasSize(3);
    }

    @Test
    void theJournalIsThatOfSingleTransactions() {
        three(16);
        List<String> chained = journal("c1");
        ProcessIsRunTest single = new ProcessIsRunTest();
        single.three(0);
        for (int i = 0; i < 3; i++) {
            assertThat(single.instance().status()).isEqualTo(Status.RUNNING);
            Conversation open = single.asked().stream()
                    .filter(c -> !c.status().isFinal())
                    .findFirst()
                    .orElseThrow();
            single.bench.work(open.id(), Lane.SHARED);
        }
        assertThat(single.instance().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(single.journal("c1")).isEqualTo(chained);
    }

    @Test
    void afterARollbackEachHasATransactionOfItsOwn() {
        offers.beans(OPERATION);
        bench.knowing();
        process = defined(THREE);
        prepare();
        bench.receiveAgainAfterRollback(request("m1", "{}", false));
        assertThat(instance().status()).isEqualTo(Status.RUNNING);
        assertThat(bench.gateway.queued).hasSize(1);
    }

    @Test
    void whatIsAcknowledgedFirstIsNotDoneBefore() {
        offers.beans(OPERATION);
        bench.knowing();
        process = defined(THREE);
        prepare();
        bench.receive(request("m1", "{}", true));
        assertThat(instance().status()).isEqualTo(Status.RUNNING);
        assertThat(bench.gateway.queued).hasSize(1);
    }

    @Test
    void aProviderIsAskedWithOneMessageInAllAttempts() {
        offers.providers(OPERATION);
        Provider provider = new Provider(Address.queue("q"), null);
        Retry twice = new Retry(2, Duration.ofSeconds(1), 1, Duration.ofSeconds(1), 0);
        bench.directory.enter(new Provision(List.of(provider), Duration.ofSeconds(5), twice));
        begin();
        for (int i = 0; i < 6; i++) {
            bench.pass(Duration.ofSeconds(6));
            bench.sweep();
        }
        assertThat(asked()).hasSize(2);
        assertThat(requests())
                .hasSize(4)
                .extracting(Outgoing::messageId)
                .containsOnly(requests().get(0).messageId());
        assertThat(requests()).allSatisfy(m -> assertThat(m.properties())
                .containsEntry("Process", OPERATION)
                .containsEntry("Step", "a")
                .containsEntry("ProcessId", "c1"));
    }

    private void cancel() {
        UnitOfWork unit = bench.unit();
        unit.tell(
                "c1",
                new Event.Cancelled("user:ann"),
                new Received(MessageKind.NOTICE, "user:ann", "cancel", "m1", "{}"));
        unit.parents().give(unit);
    }

    private void provided(Address address, int attempts) {
        offers.providers(OPERATION);
        Retry retry = new Retry(attempts, Duration.ofSeconds(1), 1, Duration.ofSeconds(1), 0);
        bench.directory.enter(new Provision(List.of(new Provider(address, null)), Duration.ofSeconds(5), retry));
    }

    private String step(String id) {
        return ((ProcessState) instance().patternState()).step(id).status().name();
    }

    @Test
    void whatLiesInAMailboxIsWithdrawn() {
        provided(Address.mailbox("m"), 3);
        begin();
        cancel();
        assertThat(requests()).isEmpty();
        assertThat(asked()).extracting(Conversation::status).containsExactly(Status.CANCELLED);
        assertThat(step("a")).isEqualTo("CANCELLED");
        assertThat(instance().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void whatSomebodyHasTakenIsAwaitedAndNotAskedAgain() {
        provided(Address.mailbox("m"), 3);
        begin();
        bench.gateway.taken.addAll(requests());
        cancel();
        assertThat(step("a")).isEqualTo("RUNNING");
        bench.pass(Duration.ofSeconds(6));
        bench.sweep();
        assertThat(asked()).extracting(Conversation::status).containsExactly(Status.FAULTED);
        assertThat(step("a")).isEqualTo("STUCK");
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aMethodThatHasNotBegunHasNoEffect() {
        offers.beans(OPERATION);
        begin();
        cancel();
        assertThat(instance().status()).isEqualTo(Status.CANCELLED);
        bench.work(asked().get(0).id(), Lane.SHARED);
        assertThat(operation.calls).isEmpty();
    }

    /** Whoever has it in hand may wait for the process, which does not wait for that one. */
    @Test
    void whatSomebodyElseHasInHandIsWithdrawnLater() {
        provided(Address.mailbox("m"), 3);
        begin();
        bench.store.busy.add(asked().get(0).id());
        cancel();
        assertThat(step("a")).isEqualTo("RUNNING");
        bench.store.busy.clear();
        bench.pass(Duration.ofSeconds(1));
        bench.sweep();
        assertThat(instance().status()).isEqualTo(Status.CANCELLED);
    }

    /** Its exchange is over, and the step is not: it is believed, until somebody has decided otherwise. */
    @Test
    void whatIsAnsweredLateIsTold() {
        provided(Address.queue("q"), 1);
        process = defined(
                """
                {"steps": [{"name": "a", "operation": "place-order", "onUnknown": "stop"}], "reply": {"$": "/steps/a/reply"}}""");
        begin();
        bench.pass(Duration.ofSeconds(6));
        bench.sweep();
        assertThat(step("a")).isEqualTo("STUCK");
        bench.answer(requests().get(0).correlationId(), MessageKind.REPLY, "{\"late\":1}", 0);
        assertThat(instance().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(bench.gateway.sent.get(1).body()).isEqualTo("{\"late\":1}");
    }

    /** It is undone in an exchange of its own; if that fails, operators find it. */
    @Test
    void whatTurnsOutToBeDoneAfterTheEndIsUndone() {
        provided(Address.queue("q"), 1);
        process = defined(
                """
                {"steps": [{"name": "a", "operation": "place-order", "compensation": "place-order"}]}""");
        begin();
        bench.pass(Duration.ofSeconds(6));
        bench.sweep();
        bench.answer(requests().get(1).correlationId(), MessageKind.REPLY, "{\"outcome\":\"nothing-to-undo\"}", 0);
        assertThat(instance().status()).isEqualTo(Status.COMPENSATED);
        bench.pass(Duration.ofHours(2));
        bench.answer(requests().get(0).correlationId(), MessageKind.REPLY, "{\"late\":1}", 0);
        assertThat(requests()).hasSize(3);
        assertThat(requests().get(2).body()).contains("\"late\":1", "\"outcome\":\"done\"");
        assertThat(bench.gateway.parked).isEmpty();
        bench.answer(requests().get(2).correlationId(), MessageKind.FAULT, "{\"type\":\"urn:parley:fault:no\"}", 0);
        assertThat(bench.gateway.parked).extracting(Problem::name).containsExactly("repair-failed");
        assertThat(instance().status()).isEqualTo(Status.COMPENSATED);
    }

    @Test
    void anAttemptAfterThePivotLastsLongerThanTheDeadline() {
        offers.beans(OPERATION);
        process = defined(
                """
                {"steps": [{"name": "a", "operation": "place-order", "pivot": true}, {"name": "b", "operation": "place-order"}]}""");
        begin();
        Instant deadline = instance().expiresAt();
        bench.work(asked().get(0).id(), Lane.SHARED);
        assertThat(asked()).extracting(Conversation::expiresAt).hasSize(2).anyMatch(until -> until.isAfter(deadline));
    }
}
