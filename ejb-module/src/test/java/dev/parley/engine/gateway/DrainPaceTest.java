package dev.parley.engine.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrainPaceTest {

    private final DrainPace pace = new DrainPace();

    @Test
    void looksFromTheBeginningAndAfterEveryFind() {
        assertThat(pace.looks()).isTrue();
        pace.found(true);
        assertThat(pace.looks()).isTrue();
    }

    @Test
    void restsLongerTheMoreOftenNothingWasThereAndNeverLongerThanEightMessages() {
        for (int rest : new int[] {1, 2, 4, 8, 8}) {
            pace.found(false);
            for (int message = 1; message <= rest; message++) {
                assertThat(pace.looks()).as("message %d of %d", message, rest).isFalse();
            }
            assertThat(pace.looks()).isTrue();
        }
    }

    @Test
    void aFindEndsTheRest() {
        pace.found(false);
        pace.found(false);
        pace.found(true);

        assertThat(pace.looks()).isTrue();

        pace.found(false);
        assertThat(pace.looks()).isFalse();
        assertThat(pace.looks()).isTrue();
    }
}
