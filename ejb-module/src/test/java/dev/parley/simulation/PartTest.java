package dev.parley.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {

    private static final int SHARES = 50;

    @Test
    void withoutAShareAllAreTried() {
        assertThat(Part.of(500, "")).isEqualTo(new Part(0, 500));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 500, 1000})
    void someSharesTryEachOfThem(int all) {
        Set<Integer> tried = new HashSet<>();
        for (int share = 0; share < SHARES; share++) {
            Part part = Part.of(all, "commit-" + share);
            assertThat(part.count()).isLessThanOrEqualTo(all / 3 + 1);
            IntStream.range(-1, all + 1).filter(part::has).forEach(tried::add);
        }
        assertThat(tried).hasSize(all).doesNotContain(-1, all);
    }

    @Test
    void theSameShareTriesTheSame() {
        assertThat(Part.of(500, "298fa17")).isEqualTo(Part.of(500, "298fa17"));
    }
}
