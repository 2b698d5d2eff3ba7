package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnicodeTest {

    private static final String HIGH = "\ud83d";
    private static final String SMILE = "\ud83d\ude00";

    @ParameterizedTest
    @ValueSource(strings = {"", "a", SMILE, SMILE + SMILE, "\ud7ff\ue000", "a" + SMILE + "b"})
    void leavesWholeTextAsItIs(String text) {
        assertThat(Unicode.isTorn(text)).isFalse();
        assertThat(Unicode.whole(text)).isSameAs(text);
    }

    @Test
    void replacesHalvesAlone() {
        assertThat(Unicode.whole("\ud83d")).isEqualTo("\ufffd");
        assertThat(Unicode.whole("a\ude00b" + SMILE + "\ud83d\ud83d\ude00\ud83d"))
                .isEqualTo("a\ufffdb" + SMILE + "\ufffd" + SMILE + "\ufffd");
        assertThat(Unicode.isTorn("a\ude00b")).isTrue();
    }

    @Test
    void cutsNoCharacterInHalf() {
        assertThat(Unicode.beginning("abc", 3)).isEqualTo("abc");
        assertThat(Unicode.beginning("abcd", 3)).isEqualTo("abc");
        assertThat(Unicode.beginning("ab" + SMILE, 3)).isEqualTo("ab");
        assertThat(Unicode.beginning("a" + SMILE + "b", 3)).isEqualTo("a" + SMILE);
        assertThat(Unicode.beginning(SMILE, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud83d\\ude00\"",
                "\"\\uD83D\\uDE00 \\u00e4\"",
                "\"" + SMILE + "\"",
                "{\"\\\\ud800\": \"\\\\udc00\"}",
                "[\"\\n\\\\\", \"\\ud7ff\"]"
            })
    void isReadWhereAllCharactersAreWhole(String json) {
        assertThat(JsonText.parse(json)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"\\uDC00\"",
                "\"\\ude00\\ud83d\"",
                "\"\\ud83dx\\ude00\"",
                "\"\ud83d\"",
                "\"" + HIGH + "\\ude00\"",
                "{\"\\ud800\": 1}",
                "\"\\ud83d",
                "\"\\ud83d\\u",
                "\"\\ud83d\\uzzzz\""
            })
    void isRefusedWhereOneIsNot(String json) {
        assertThatThrownBy(() -> JsonText.parse(json))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.problem().name()).isEqualTo("body-not-json"));
        assertThatThrownBy(() -> JsonText.walk(json, parser -> {
                    while (parser.nextToken() != null) {}
                    return parser;
                }))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void saysWhere() {
        assertThatThrownBy(() -> JsonText.parse("{\n \"a\": \"\\ud800\"}"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        e -> assertThat(e.problem().detail()).contains("half of a character", "line 2, column 8"));
    }

    @Test
    void isQuotedWhole() {
        assertThat(Quote.of("x".repeat(99) + SMILE)).isEqualTo("x".repeat(99) + "…");
        assertThat(CommonProblem.BODY_INVALID.because("It is \ud800.").toJson()).contains("It is \ufffd.");
    }
}
