package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfNoneMatchTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "W/\"3\"", "\"2\", \"3\"", "\"a,b\" ,\"3\"", "*"})
    void hasVersionThree(String header) {
        assertThat(IfNoneMatch.of(List.of(header)).has(Examples.view(Status.RUNNING, 3)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"4\"", "3", "\"33\"", "\"03\"", "", "\"\""})
    void hasAnother(String header) {
        assertThat(IfNoneMatch.of(List.of(header)).has(Examples.view(Status.RUNNING, 3)))
                .isFalse();
    }

    @Test
    void isNotGivenWithoutTheHeader() {
        assertThat(IfNoneMatch.of(null).given()).isFalse();
        assertThat(IfNoneMatch.of(List.of("\"1\"")).given()).isTrue();
    }
}
