package dev.parley.engine.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final List<Instant> alarms = new ArrayList<>();
    private final List<Integer> waiting = new ArrayList<>();
    private final List<Integer> done = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final Things things = new Things();
    private Instant now = NOW;
    private final Sweep sweep = new Sweep(things, alarms::add, () -> now, INTERVAL);
    private final Deque<Runnable> threads = new ArrayDeque<>();

    /** Numbers that are due; those below zero cannot be done. */
    private final class Things implements Due {

        private Instant next = null;
        private Runnable meanwhile = () -> {};
        private boolean isWanted;
        private boolean fails;
        private Duration gathering = Duration.ZERO;

        @Override
        public String name() {
            return "things";
        }

        @Override
        public int sweep(int most) {
            calls.add("sweep " + most);
            meanwhile.run();
            List<Integer> batch = List.copyOf(waiting.subList(0, Math.min(most, waiting.size())));
            if (fails || batch.stream().anyMatch(thing -> thing < 0)) {
                throw new IllegalStateException("no");
            }
            done.addAll(batch);
            waiting.removeAll(batch);
            return batch.size();
        }

        @Override
        public void putOffFirst() {
            calls.add("put off " + waiting.remove(0));
        }

        @Override
        public Optional<Instant> next() {
            return Optional.ofNullable(next);
        }

        @Override
        public Duration gathering() {
            return gathering;
        }

        @Override
        public void before() {
            calls.add("before");
        }

        @Override
        public boolean after() {
            calls.add("after");
            return isWanted;
        }
    }

    private void sweep() {
        sweep.begin(Runnable::run);
    }

    private void areDue(int count) {
        for (int i = 0; i < count; i++) {
            waiting.add(i);
        }
    }

    @Test
    void doesAllThatIsDueInBatches() {
        areDue(450);
        sweep();
        assertThat(done).hasSize(450);
        assertThat(calls).containsExactly("before", "sweep 200", "sweep 200", "sweep 200", "after");
        assertThat(alarms).containsExactly(NOW.plus(INTERVAL));
    }

    @Test
    void doesEachAloneIfThatFailsTogetherAndPutsOffWhatCannotBeDone() {
        waiting.addAll(List.of(1, -2, 3));
        sweep();
        assertThat(done).containsExactly(1, 3);
        assertThat(calls)
                .containsExactly(
                        "before", "sweep 200", "sweep 1", "sweep 1", "put off -2", "sweep 1", "sweep 1", "after");
    }

    @Test
    void triesAgainSoonIfNothingCanBeDone() {
        areDue(300);
        things.fails = true;
        sweep();
        assertThat(calls).filteredOn(call -> call.startsWith("put off")).hasSize(10);
        assertThat(waiting).hasSize(290);
        assertThat(alarms).containsExactly(NOW.plus(INTERVAL), NOW.plusSeconds(5));
    }

    @Test
    void looksAgainAtTheTimeOfTheNext() {
        things.next = NOW.plusMillis(1);
        sweep();
        assertThat(alarms).endsWith(NOW.plusMillis(1));
    }

    @Test
    void gathersWhatIsDueSoon() {
        things.gathering = Duration.ofMillis(100);
        things.next = NOW.plusMillis(1);
        sweep();
        things.next = NOW.plusMillis(101);
        sweep();
        assertThat(alarms)
                .containsExactly(NOW.plus(INTERVAL), NOW.plusMillis(100), NOW.plus(INTERVAL), NOW.plusMillis(101));
    }

    @Test
    void pausesIfSomethingIsDueThatOthersHaveLocked() {
        things.next = NOW.minusSeconds(1);
        sweep();
        assertThat(alarms).endsWith(NOW.plusMillis(500));
    }

    @Test
    void looksAgainAfterAPauseIfItIsToldTo() {
        things.isWanted = true;
        things.next = NOW.plusMillis(1);
        sweep();
        assertThat(alarms).endsWith(NOW.plusMillis(500));
    }

    @Test
    void twoAreUnderWayAtOnceAndAThirdFollowsAtOnceSinceTheyMayBePastWhatItIsFor() {
        int[] rings = {3};
        things.meanwhile = () -> {
            if (--rings[0] >= 0) {
                sweep();
            }
        };
        sweep();
        assertThat(calls)
                .as("the first has the second and the third ring meanwhile, which one of them does")
                .startsWith("before", "sweep 200", "before", "sweep 200", "after", "before", "sweep 200")
                .endsWith("after", "after");
        assertThat(alarms).as("nothing is left for later").containsOnly(NOW.plus(INTERVAL));
        calls.clear();
        things.meanwhile = () -> {};
        sweep();
        assertThat(calls).as("nobody has asked since").containsExactly("before", "sweep 200", "after");
    }

    @Test
    void ringingForASweepThatWaitsForItsThreadBeginsNoOther() {
        sweep.begin(threads::add);
        sweep.begin(threads::add);
        assertThat(threads).hasSize(1);
        threads.remove().run();
        sweep.begin(threads::add);
        assertThat(threads).as("it might have missed what this one is for").hasSize(1);
    }

    @Test
    void sweepsAgainInTheIntervalThoughItsThreadNeverCame() {
        sweep.begin(threads::add);
        assertThat(alarms).containsExactly(NOW.plus(INTERVAL));
        now = NOW.plus(INTERVAL);
        sweep.begin(threads::add);
        assertThat(threads).hasSize(2);
    }

    @Test
    void triesAgainSoonIfThereIsNoThread() {
        sweep.begin(task -> {
            throw new RejectedExecutionException("none");
        });
        assertThat(alarms).containsExactly(NOW.plus(INTERVAL), NOW.plusSeconds(5));
        sweep();
        assertThat(calls).isNotEmpty();
    }

    @Test
    void sweepsAgainInTheIntervalWhateverWasThrown() {
        things.meanwhile = () -> {
            throw new AssertionError("not what is expected of a sweep");
        };
        assertThatThrownBy(this::sweep).isInstanceOf(AssertionError.class);
        assertThat(alarms).containsExactly(NOW.plus(INTERVAL));
        things.meanwhile = () -> {};
        sweep();
        sweep();
        assertThat(calls).filteredOn("after"::equals).hasSize(2);
    }
}
