package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "wait=10 | 10",
                "WAIT=10 | 10",
                "wait = 10 | 10",
                "wait=\"10\" | 10",
                "wait=10; a=b; c | 10",
                "respond-async, wait=7 | 7",
                "respond-async;wait=3, wait=7 | 7",
                "foo=\"x, wait=1\", wait=7 | 7",
                "foo=\"a\\\", wait=1\", wait=7 | 7",
                ", ,wait=7, | 7",
                "wait=5, wait=9 | 5",
                "wait=61 | 60",
                "wait=999999999999999999 | 60"
            })
    void waits(String header, int seconds) {
        assertThat(wait(header)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "respond-async",
                "wait",
                "wait=",
                "wait=ten",
                "wait=-1",
                "wait=1.5",
                "wait=\"10",
                "wait=0",
                "waiting=5",
                "return=minimal; wait=5",
                "wait=x, wait=5",
                ";",
                "=5",
                "wait=9999999999999999999"
            })
    void doesNotWaitForWhatIsMalformedOrSomethingElse(String header) {
        assertThat(wait(header)).isZero();
    }

    @Test
    void readsAllLines() {
        assertThat(wait("respond-async", "wait=4")).hasSeconds(4);
    }

    @Test
    void isEmptyWithoutTheHeader() {
        assertThat(Preferences.of(null).waits()).isFalse();
    }

    @Test
    void saysWhatWasApplied() {
        assertThat(Preferences.of(List.of("wait=100")).applied()).isEqualTo("wait=60");
    }

    @Test
    void standsManyElements() {
        assertThat(wait("\"\\\"a\",".repeat(50_000) + "wait=2")).hasSeconds(2);
    }

    private static Duration wait(String... lines) {
        return Preferences.of(Arrays.asList(lines)).delay();
    }
}
