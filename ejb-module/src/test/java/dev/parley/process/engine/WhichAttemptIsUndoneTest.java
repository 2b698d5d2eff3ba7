package dev.parley.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Status;
import dev.parley.process.ProcessPattern;
import dev.parley.process.state.ProcessState;
import dev.parley.process.state.Undoing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several instances of a process were begun for one step, one after the other: one of them has done it. */
class WhichAttemptIsUndoneTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Conversation FAILED = attempt("c1", Status.COMPENSATED, Undoing.Cause.FAULT);

    private static Conversation attempt(String id, Status status, Undoing.@Nullable Cause undone) {
        Envelope request = new Envelope(
                "part",
                "{}",
                MessageExchangePattern.IN_OUT,
                "conversation:p",
                null,
                "m",
                "m",
                null,
                null,
                false,
                null,
                null,
                NOW.plusSeconds(60),
                0);
        Undoing undoing = undone == null ? null : new Undoing(undone, JSON.objectNode(), NOW, false);
        ProcessState state = new ProcessState(
                1,
                JSON.objectNode(),
                Map.of(),
                Map.of(),
                NOW,
                ProcessState.Flags.NONE,
                undoing,
                List.of(),
                Set.of(),
                0,
                0,
                0);
        return Conversation.accepted(ProcessPattern.NAME, request, id, NOW)
                .with(state, NOW)
                .become(status, NOW);
    }

    @Test
    void whichHasSucceeded() {
        Conversation succeeded = attempt("c2", Status.SUCCEEDED, null);
        assertThat(Asked.toUndo(List.of(FAILED, succeeded))).isEqualTo(succeeded);
    }

    /** An attempt that has failed long ago would say at once that nothing of it is left. */
    @Test
    void whichHadSucceededAndIsBeingUndone() {
        Conversation regretted = attempt("c2", Status.COMPENSATING, Undoing.Cause.REGRET);
        assertThat(Asked.toUndo(List.of(FAILED, regretted))).isEqualTo(regretted);
        Conversation stuck = attempt("c2", Status.STUCK, Undoing.Cause.REGRET);
        assertThat(Asked.toUndo(List.of(FAILED, stuck))).isEqualTo(stuck);
    }

    @Test
    void noneOfThoseThatAreNotThereOrHaveDoneNothing() {
        assertThat(Asked.toUndo(List.of())).isNull();
        assertThat(Asked.toUndo(List.of(attempt("c1", Status.EXPIRED, null)))).isNull();
        assertThat(Asked.toUndo(List.of(FAILED))).isEqualTo(FAILED);
    }
}
