package dev.parley.engine.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class WakeupBatchingTest {

    private final List<String> done = new ArrayList<>();
    private final List<Runnable> first = new ArrayList<>();
    private final List<Runnable> second = new ArrayList<>();
    private final Executor firstThread = first::add;
    private final Executor secondThread = second::add;

    @Test
    void handsOverAtOnceWhatIsForOneThread() {
        WakeupBatching.together(() -> {
            WakeupBatching.to(firstThread, () -> done.add("a"));
            WakeupBatching.to(secondThread, () -> done.add("b"));
            WakeupBatching.to(firstThread, () -> done.add("c"));
            assertThat(first).isEmpty();
        });
        assertThat(first).hasSize(1);
        assertThat(second).hasSize(1);
        first.forEach(Runnable::run);
        assertThat(done).containsExactly("a", "c");
    }

    @Test
    void handsOverNowWhatIsAlone() {
        WakeupBatching.to(firstThread, () -> done.add("a"));
        assertThat(first).hasSize(1);
    }

    @Test
    void handsOverWhatWasThereBeforeAFailure() {
        assertThatThrownBy(() -> WakeupBatching.together(() -> {
                    WakeupBatching.to(firstThread, () -> done.add("a"));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(first).hasSize(1);
        WakeupBatching.to(firstThread, () -> done.add("b"));
        assertThat(first).hasSize(2);
    }

    @Test
    void runsAllEvenIfOneFails() {
        WakeupBatching.together(() -> {
            WakeupBatching.to(firstThread, () -> {
                throw new IllegalStateException("no");
            });
            WakeupBatching.to(firstThread, () -> done.add("a"));
        });
        assertThatThrownBy(() -> first.forEach(Runnable::run)).hasMessage("no");
        assertThat(done).containsExactly("a");
    }

    @Test
    void handsOverToOthersIfOneTakesNothing() {
        Executor stopped = task -> {
            throw new RejectedExecutionException("stopped");
        };
        WakeupBatching.together(() -> {
            WakeupBatching.to(stopped, () -> done.add("a"));
            WakeupBatching.to(secondThread, () -> done.add("b"));
        });
        assertThat(second).hasSize(1);
    }

    @Test
    void gathersOnceWithinAnother() {
        WakeupBatching.together(() -> {
            WakeupBatching.together(() -> WakeupBatching.to(firstThread, () -> done.add("a")));
            WakeupBatching.to(firstThread, () -> done.add("b"));
            assertThat(first).isEmpty();
        });
        assertThat(first).hasSize(1);
    }
}
