package dev.parley.engine.run;

import static dev.parley.engine.run.Workbench.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Status;
import dev.parley.engine.wire.Lane;
import dev.parley.process.KnownProcess;
import dev.parley.process.ProcessLimits;
import dev.parley.process.ProcessPattern;
import dev.parley.process.Versions;
import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.definition.ProcessReader;
import dev.parley.process.engine.ProcessEngine;
import dev.parley.value.Mappings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that follow each other in one transaction: their process is locked once, and written with its commit. */
class ChainIsWrittenOnceTest {

    private static final String OPERATION = "place-order";
    private static final String THREE =
            """
            {"steps": [{"name": "a", "operation": "place-order"}, {"name": "b", "operation": "place-order"},
                       {"name": "c", "operation": "place-order", "input": {"got": {"$": "/steps/b/reply"}}}],
             "reply": {"got": {"$": "/steps/c/reply"}}}""";
    private static final String BRANCHES =
            """
            {"steps": [{"name": "both", "parallel": [
              [{"name": "a", "operation": "place-order"}, {"name": "b", "operation": "place-order"}],
              [{"name": "c", "operation": "place-order"}, {"name": "d", "operation": "place-order"}]]}]}""";

    private final Workbench bench = new Workbench(new ScriptedOperation(() -> "{\"done\":true}"));
    private final KnownOffers offers = new KnownOffers();
    private KnownProcess process = defined(THREE);

    /** How deep the process asks itself, which it is called like, before it asks the method. */
    private int depth;

    @BeforeEach
    void know() {
        offers.beans(OPERATION);
        bench.knowing();
        bench.more.add(new ProcessPattern(new OneVersion(), offers, ProcessLimits.DEFAULT, Mappings.NONE));
        bench.parts.add(new ProcessEngine(ProcessLimits.DEFAULT) {
            @Override
            public boolean takes(PendingRequest pending) {
                return pending.request().envelope().hops() <= depth;
            }
        });
    }

    private KnownProcess defined(String definition) {
        return KnownProcess.of(1, new ProcessReader(DefinitionLimits.DEFAULT, offers).stored(OPERATION, definition));
    }

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

    private List<Conversation> asked() {
        return bench.store.conversations.values().stream()
                .filter(c -> Parent.at(c.replyTo()) != null)
                .toList();
    }

    private void assertThatAllSucceeded(int conversations) {
        assertThat(bench.store.conversations.values()).hasSize(conversations).allSatisfy(c -> assertThat(c.status())
                .isEqualTo(Status.SUCCEEDED));
        assertThat(bench.store.journal.stream()
                        .map(entry -> entry.conversationId() + " " + entry.sequence())
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(bench.store.conversations.values()).allSatisfy(c -> assertThat(bench.store.journal.stream()
                        .filter(entry -> entry.conversationId().equals(c.id()))
                        .count())
                .isEqualTo(c.sequence()));
    }

    @Test
    void nobodyElseSeesAProcessThatBeginsHere() {
        bench.receive(request("m1", "{}", false));

        assertThatAllSucceeded(4);
        assertThat(bench.store.flushes).isZero();
        assertThat(bench.store.locks).isZero();
        assertThat(bench.gateway.sent).hasSize(1);
    }

    @Test
    void oneThatIsThereIsLockedWithTheFirstAnswer() {
        bench.receive(request("m1", "{}", true));

        bench.work(asked().get(0).id(), Lane.SHARED);

        assertThatAllSucceeded(4);
        assertThat(bench.store.flushes).isEqualTo(1);
        assertThat(bench.store.locks).isEqualTo(1);
        assertThat(bench.store.locked).containsExactly("c1");
    }

    @Test
    void twoAnswersInABatchAreBothGiven() {
        process = defined(BRANCHES);
        bench.receive(request("m1", "{}", true));

        bench.workOn(asked().stream().map(Conversation::id).toList());

        assertThatAllSucceeded(5);
        assertThat(bench.store.flushes).isEqualTo(1);
        assertThat(bench.store.locked).containsExactly("c1");
    }

    /** The answers of steps, and of the processes that they are steps of, are given one within the other. */
    @Test
    void oneThatIsAStepOfAnotherIsWrittenOnce() {
        depth = 1;
        bench.receive(request("m1", "{}", true));
        assertThat(bench.gateway.queued).hasSize(1);
        String first = asked().stream()
                .filter(c -> !c.pattern().equals(ProcessPattern.NAME))
                .findFirst()
                .orElseThrow()
                .id();

        bench.work(first, Lane.SHARED);

        assertThatAllSucceeded(13);
        // the process of the first step, and the one that it is a step of: each when it is answered first
        assertThat(bench.store.locked).hasSize(2).endsWith("c1");
        assertThat(bench.store.locks).isEqualTo(2);
        assertThat(bench.store.flushes).isEqualTo(2);
    }

    /** What was in hand in a transaction is not in the next one, where somebody else may have changed it. */
    @Test
    void theNextTransactionLocksItAgain() {
        process = defined(BRANCHES);
        bench.receive(request("m1", "{}", true));
        List<String> both = asked().stream().map(Conversation::id).toList();

        both.forEach(id -> bench.work(id, Lane.SHARED));

        assertThatAllSucceeded(5);
        assertThat(bench.store.locks).isEqualTo(2);
    }
}
