package dev.parley.engine.run;

import static dev.parley.engine.run.Workbench.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Status;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkBatchTest {

    private final ScriptedOperation operation = new ScriptedOperation(() -> null);
    private final Workbench bench = new Workbench(operation).knowing();

    @Test
    void runsWhatWasAccepted() {
        bench.receive(request("m1", "{}", true));
        bench.work("c1", Lane.SHARED);
        assertThat(bench.store.status("c1")).isEqualTo(Status.SUCCEEDED);
        assertThat(bench.gateway.sent).last().satisfies(m -> assertThat(m.body())
                .isEqualTo("{}"));
    }

    @Test
    void doesNothingTwice() {
        bench.receive(request("m1", "{}", true));
        bench.work("c1", Lane.SHARED);
        bench.work("c1", Lane.SHARED);
        assertThat(operation.calls).hasSize(1);
        assertThat(bench.gateway.kinds()).containsExactly(MessageKind.ACK, MessageKind.REPLY);
    }

    @Test
    void leavesAloneWhatTheDeadlineHasEnded() {
        bench.receive(request("m1", "{}", true));
        bench.pass(Duration.ofSeconds(60));
        assertThat(bench.sweep()).isEqualTo(1);
        bench.work("c1", Lane.SHARED);
        assertThat(operation.calls).isEmpty();
        assertThat(bench.store.status("c1")).isEqualTo(Status.EXPIRED);
        assertThat(bench.gateway.kinds()).containsExactly(MessageKind.ACK, MessageKind.FAULT);
    }

    @Test
    void sweepsNothingTwice() {
        bench.receive(request("m1", "{}", true));
        bench.pass(Duration.ofSeconds(60));
        bench.sweep();
        assertThat(bench.sweep()).isZero();
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        bench.receive(request("m1", "{}", true));
        begun("c1", 4, "it broke");
        bench.work("c1", Lane.ISOLATED);
        assertThat(operation.calls).isEmpty();
        assertThat(bench.store.status("c1")).isEqualTo(Status.FAULTED);
        assertThat(bench.gateway.parked).singleElement().satisfies(p -> assertThat(p.detail())
                .contains("it broke"));
    }

    @Test
    void makesTheLastAttempt() {
        bench.receive(request("m1", "{}", true));
        begun("c1", 3, "it broke");
        bench.work("c1", Lane.ISOLATED);
        assertThat(operation.calls).singleElement().satisfies(x -> assertThat(x.attempt())
                .isEqualTo(3));
        assertThat(bench.store.status("c1")).isEqualTo(Status.SUCCEEDED);
    }

    private void begun(String id, int attempts, String failure) {
        Conversation c = bench.store.conversations.get(id);
        Conversation running = c.become(Status.RUNNING, c.updatedAt()).failed(failure);
        for (int i = 0; i < attempts; i++) {
            running = running.attempted(c.updatedAt());
        }
        bench.store.conversations.put(id, running);
    }

    @Test
    void looksAgainLaterForAConversationThatIsNotThereYet() {
        bench.work("nowhere", Lane.SHARED);
        assertThat(bench.gateway.parked).isEmpty();
        assertThat(bench.gateway.queued).singleElement().satisfies(q -> {
            assertThat(q.lane()).isEqualTo(Lane.SHARED);
            assertThat(q.work().looks()).isEqualTo(1);
            assertThat(q.work().delay()).isEqualTo(Duration.ofMillis(50));
        });
    }

    @Test
    void looksForHoursAndThenParks() {
        Duration looked = Duration.ZERO;
        OperationWork work = new OperationWork("nowhere", "place-order", null);
        while (bench.gateway.parked.isEmpty()) {
            bench.gateway.queued.clear();
            bench.work(work, Lane.SHARED);
            looked = looked.plus(work.delay());
            work = bench.gateway.queued.isEmpty()
                    ? work
                    : bench.gateway.queued.get(0).work();
        }
        assertThat(looked).isBetween(Duration.ofHours(2), Duration.ofHours(6));
        assertThat(bench.gateway.parked).extracting(Problem::name).containsExactly("conversation-missing");
    }
}
