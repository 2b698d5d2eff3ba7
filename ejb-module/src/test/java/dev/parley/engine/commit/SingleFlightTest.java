package dev.parley.engine.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final Deque<Runnable> executor = new ArrayDeque<>();
    private int runs;

    @Test
    void runsOnceForAllWhoAskBeforeItBegins() {
        SingleFlight flight = new SingleFlight(executor::add, () -> runs++);
        flight.ask();
        flight.ask();
        drain();
        assertThat(runs).isEqualTo(1);
        flight.ask();
        drain();
        assertThat(runs).isEqualTo(2);
    }

    @Test
    void runsAgainForWhoeverAsksWhileItRuns() {
        SingleFlight[] flight = new SingleFlight[1];
        flight[0] = new SingleFlight(executor::add, () -> {
            runs++;
            if (runs == 1) {
                flight[0].ask();
                flight[0].ask();
                assertThat(executor).as("never two at once").isEmpty();
            }
        });
        flight[0].ask();
        drain();
        assertThat(runs).isEqualTo(2);
    }

    @Test
    void canBeAskedAgainAfterItFailedOrCouldNotStart() {
        boolean[] rejects = {true};
        SingleFlight flight = new SingleFlight(
                task -> {
                    if (rejects[0]) {
                        throw new RejectedExecutionException();
                    }
                    executor.add(task);
                },
                () -> {
                    runs++;
                    throw new IllegalStateException("failed");
                });
        assertThatThrownBy(flight::ask).isInstanceOf(RejectedExecutionException.class);
        rejects[0] = false;
        flight.ask();
        assertThatThrownBy(this::drain).hasMessage("failed");
        flight.ask();
        assertThatThrownBy(this::drain).hasMessage("failed");
        assertThat(runs).isEqualTo(2);
    }

    private void drain() {
        while (!executor.isEmpty()) {
            executor.poll().run();
        }
    }
}
