package dev.parley.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An attempt that another transaction was in the way of is counted once, however often that happens. */
class OvertakenTest {

    private final Overtaken overtaken = new Overtaken();

    private static Overtaken.Attempt attempt(String id, int turn) {
        return new Overtaken.Attempt(id, turn);
    }

    @Test
    void theNextAttemptIsNotCounted() {
        overtaken.add(List.of(attempt("c1", 0)));
        assertThat(overtaken.isCounted(attempt("c1", 0))).isTrue();
        assertThat(overtaken.isCounted(attempt("c1", 0)))
                .as("the one after that is")
                .isFalse();
    }

    @Test
    void anAttemptAtSomethingElseIs() {
        overtaken.add(List.of(attempt("c1", 2)));
        assertThat(overtaken.isCounted(attempt("c2", 2))).isFalse();
        assertThat(overtaken.isCounted(attempt("c1", 3))).isFalse();
    }

    @Test
    void whatIsAlwaysOvertakenCountsInTheEnd() {
        int forgiven = 0;
        for (int time = 0; time < 20; time++) {
            overtaken.add(List.of(attempt("a", 1)));
            forgiven += overtaken.isCounted(attempt("a", 1)) ? 1 : 0;
        }
        assertThat(forgiven).isEqualTo(5);
    }

    /** Who is never seen again here does not fill the memory. */
    @Test
    void theOldestIsForgottenWhenThereAreTooMany() {
        overtaken.add(List.of(attempt("first", 1)));
        for (int i = 0; i < 10_000; i++) {
            overtaken.add(List.of(attempt("another " + i, 1)));
        }
        assertThat(overtaken.isCounted(attempt("first", 1))).isFalse();
        assertThat(overtaken.isCounted(attempt("another 9999", 1))).isTrue();
    }
}
