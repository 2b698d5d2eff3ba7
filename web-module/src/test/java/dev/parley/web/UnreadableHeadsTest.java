package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableHeadsTest {

    @ParameterizedTest
    @ValueSource(strings = {"%ff", "/a/%", "%4", "%zz", "%c3", "a%C3%28", "%e2%82"})
    void areThoseWhosePathIsNoText(String path) {
        assertThat(UnreadableHeads.isText(path)).isFalse();
    }

    @Test
    void areNotThoseOfOtherLanguages() {
        assertThat(UnreadableHeads.isText("/a/%C3%A9%e2%82%ac?b=%20+é")).isTrue();
        assertThat(UnreadableHeads.isText(null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", ";", "a/b/c;=", "/"})
    void areThoseWhoseTypesAreNone(String types) {
        assertThat(UnreadableHeads.isType(types)).isFalse();
        assertThat(UnreadableHeads.areTypes("application/json, " + types)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "application/json;q=0.5, text/*", "text/plain; a=\"b,c\", */*;q=0.1", "", "a/b, , c/d"})
    void areNotThoseThatClientsSend(String types) {
        assertThat(UnreadableHeads.areTypes(types)).isTrue();
    }
}
