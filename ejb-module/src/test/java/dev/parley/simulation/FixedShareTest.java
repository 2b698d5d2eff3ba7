package dev.parley.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedShareTest {

    private static final int SHARES = 50;

    @Test
    void withoutAShareAllAreTried() {
        assertThat(FixedShare.of(500, "")).isEqualTo(new FixedShare(0, 500));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 500, 1000})
    void someSharesTryEachOfThem(int all) {
        Set<Integer> tried = new HashSet<>();
        for (int commit = 0; commit < SHARES; commit++) {
            FixedShare share = FixedShare.of(all, "commit-" + commit);
            assertThat(share.count()).isLessThanOrEqualTo(all / 3 + 1);
            IntStream.range(-1, all + 1).filter(share::has).forEach(tried::add);
        }
        assertThat(tried).hasSize(all).doesNotContain(-1, all);
    }

    @Test
    void theSameShareTriesTheSame() {
        assertThat(FixedShare.of(500, "298fa17")).isEqualTo(FixedShare.of(500, "298fa17"));
    }
}
