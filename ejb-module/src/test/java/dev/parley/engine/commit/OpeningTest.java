package dev.parley.engine.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private final Opening opening = new Opening();
    private final List<String> started = new ArrayList<>();

    @Test
    void whatIsOpenStartsAtOnce() {
        opening.whenOpen(() -> started.add("one"));

        assertThat(started).containsExactly("one");
        assertThat(opening.isClosedFor(Duration.ofDays(1))).isFalse();
    }

    @Test
    void whatIsClosedStartsWhenItOpensWhateverTheOthersDo() {
        opening.await("the database");
        opening.whenOpen(() -> {
            throw new IllegalStateException("wrong");
        });
        opening.whenOpen(() -> started.add("two"));
        assertThat(opening.awaited()).isEqualTo("the database");
        assertThat(opening.isClosedFor(Duration.ZERO)).isTrue();
        assertThat(started).isEmpty();

        opening.open();

        assertThat(started).containsExactly("two");
        assertThat(opening.awaited()).isNull();
    }

    @Test
    void nobodyWaitsForWhatEnds() {
        opening.await("the database");
        opening.end();

        assertThat(opening.isClosedFor(Duration.ofDays(1))).isTrue();
    }
}
