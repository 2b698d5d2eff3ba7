package dev.parley.topic.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.call.OperationFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsAtOnceTest {

    private static final Duration QUICK = Duration.ofMillis(2);
    private static final Duration BUDGET = Duration.ofMillis(200);

    private final List<Boolean> ran = new ArrayList<>();

    /** A transaction with one operation in it that fails. */
    private int fails(RunsAtOnce runs) {
        ran.add(runs.takes(QUICK));
        if (ran.get(ran.size() - 1)) {
            throw new OperationFailed("offer", "c1", "no", null);
        }
        return 1;
    }

    private int isDown(RunsAtOnce runs) {
        ran.add(runs.takes(QUICK));
        throw new IllegalStateException("down");
    }

    @Test
    void takesAsManyAsABatch() {
        RunsAtOnce runs = RunsAtOnce.upTo(2, BUDGET);
        assertThat(List.of(runs.takes(QUICK), runs.takes(QUICK), runs.takes(QUICK)))
                .containsExactly(true, true, false);
    }

    @Test
    void takesNoMoreThanMayBeWaitedFor() {
        RunsAtOnce runs = RunsAtOnce.upTo(50, QUICK);
        assertThat(List.of(runs.takes(QUICK), runs.takes(QUICK), runs.takes(QUICK)))
                .containsExactly(true, true, false);
    }

    @Test
    void isDoneAgainWithoutOperationsIfOneFails() {
        assertThat(RunsAtOnce.upTo(50, BUDGET).orWithout(this::fails)).isEqualTo(1);
        assertThat(ran).containsExactly(true, false);
    }

    @Test
    void isNotDoneAgainIfNoneRan() {
        assertThatThrownBy(() -> RunsAtOnce.none().orWithout(this::isDown)).hasMessage("down");
        assertThat(ran).containsExactly(false);
    }

    @Test
    void saysWhatWasInTheWayBothTimes() {
        assertThatThrownBy(() -> RunsAtOnce.upTo(50, BUDGET).orWithout(this::isDown))
                .hasMessage("down")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        assertThat(ran).containsExactly(true, false);
    }

    @Test
    void runsNoneAgainInATransactionThatCollided() {
        RunsAtOnce runs = RunsAtOnce.upTo(50, BUDGET);
        assertThat(runs.orNoneAgain().takes(QUICK)).isTrue();
        assertThat(runs.orNoneAgain().takes(QUICK)).isFalse();
    }
}
