package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    private static Page<Integer> pageOf(int there, int limit) {
        List<Integer> all = IntStream.rangeClosed(1, there).boxed().toList();
        return Page.read(limit, most -> all.subList(0, Math.min(most, there)), last -> "after " + last);
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 0,", "2, 3, 2,", "3, 3, 3,", "4, 3, 3, after 3", "9, 1, 1, after 1"})
    void hasACursorIfThereIsMore(int there, int limit, int items, String next) {
        assertThat(pageOf(there, limit).items()).hasSize(items);
        assertThat(pageOf(there, limit).next()).isEqualTo(next);
    }

    @Test
    void keepsItsCursorWhateverItsItemsBecome() {
        assertThat(pageOf(4, 2).map(String::valueOf)).isEqualTo(new Page<>(List.of("1", "2"), "after 2"));
    }
}
