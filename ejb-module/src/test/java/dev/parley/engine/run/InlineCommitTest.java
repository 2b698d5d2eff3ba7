package dev.parley.engine.run;

import static dev.parley.engine.run.Workbench.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Status;
import dev.parley.engine.call.OperationFailed;
import dev.parley.engine.wire.Lane;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InlineCommitTest {

    private final ScriptedOperation operation = new ScriptedOperation(this::failIfBad);
    private final Workbench bench = new Workbench(operation).knowing();
    private final List<List<Boolean>> attempts = new ArrayList<>();
    private boolean quick = true;
    private boolean down;

    private final InlineCommit commit = new InlineCommit(name -> quick, this::attempt);

    private String failIfBad() {
        if (operation.calls.get(operation.calls.size() - 1).messageId().equals("bad")) {
            throw new IllegalStateException("no");
        }
        return "{}";
    }

    /** A transaction: what it throws, it has rolled back. */
    private List<Receipt> attempt(List<PendingRequest> intakes) {
        attempts.add(intakes.stream().map(PendingRequest::atOnce).toList());
        if (down) {
            throw new IllegalStateException("down");
        }
        try {
            return new RequestBatch(bench.unit()).handle(intakes);
        } catch (OperationFailed e) {
            bench.rollBack();
            throw e;
        }
    }

    private List<Receipt> accept(String... messageIds) {
        List<PendingRequest> intakes = new ArrayList<>();
        for (String messageId : messageIds) {
            intakes.add(bench.intake(request(messageId, "{}", false), false));
        }
        return commit.commit(intakes);
    }

    @Test
    void runsInTheSameCommitWhatIsQuick() {
        accept("m1", "m2");
        assertThat(attempts).containsExactly(List.of(true, true));
        assertThat(bench.store.status("c2")).isEqualTo(Status.SUCCEEDED);
        assertThat(bench.gateway.queued).isEmpty();
    }

    @Test
    void leavesForLaterWhatIsNot() {
        quick = false;
        accept("m1");
        assertThat(operation.calls).isEmpty();
        assertThat(bench.gateway.queued).singleElement().satisfies(q -> assertThat(q.lane())
                .isEqualTo(Lane.SHARED));
    }

    @Test
    void acceptsAllTheSameIfAnOperationFailsAndRunsNoneAgainAtOnce() {
        List<Receipt> receipts = accept("good", "bad", "other");
        assertThat(receipts)
                .allSatisfy(receipt ->
                        assertThat(receipt.view().conversation().status()).isEqualTo(Status.ACCEPTED));
        assertThat(attempts).containsExactly(List.of(true, true, true), List.of(false, false, false));
        assertThat(operation.calls).hasSize(2);
        assertThat(bench.store.conversations).hasSize(3);
        assertThat(bench.gateway.queued).hasSize(3).allSatisfy(queued -> assertThat(queued.lane())
                .isEqualTo(Lane.ISOLATED));
    }

    @Test
    void acceptsOneWhoseOperationFailsThoughItIsAlone() {
        assertThat(accept("bad")).hasSize(1);
        assertThat(bench.store.status("c1")).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void triesOnlyOnceWhatNoOperationCanHaveFailed() {
        quick = false;
        down = true;
        assertThatThrownBy(() -> accept("m1")).hasMessage("down");
        assertThat(attempts).hasSize(1);
    }

    @Test
    void saysWhyItCouldNotBeCommittedInTheEnd() {
        down = true;
        assertThatThrownBy(() -> accept("m1")).hasMessage("down").satisfies(e -> assertThat(e.getSuppressed())
                .hasSize(1));
        assertThat(attempts).hasSize(2);
    }
}
