package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":1,\"b\":[1,2]} | { \"b\": [ 1, 2 ], \"a\": 1 }",
                "{\"a\":{\"x\":1,\"y\":2}} | {\"a\":{\"y\":2,\"x\":1}}",
                "[1.0, 1e2, -0] | [1, 100.00, 0]",
                "\"\\u00e9\\/\" | \"é/\"",
                "~~ | ~  ~",
                "not json | not json",
            })
    void isTheSame(String one, String other) {
        assertThat(JsonText.same(one, other)).isTrue();
        assertThat(JsonText.same(other, one)).isTrue();
        assertThat(SameJson.text(one)).isEqualTo(SameJson.text(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\":1} | {\"a\":2}",
                "{\"a\":1} | {\"a\":1,\"b\":1}",
                "{\"a\":1} | {\"a\":1,\"b\":null}",
                "{\"a\":1} | {\"a\":\"1\"}",
                "{\"a\":{}} | {\"a\":[]}",
                "[1,2] | [2,1]",
                "9007199254740993 | 9007199254740992",
                "~~ | {}",
                "not json | not  json",
                "[true,null] | [\"true\",\"null\"]",
                "{\"a\":\"1,\\\"b\\\":2\"} | {\"a\":\"1\",\"b\":2}",
            })
    void isNotTheSame(String one, String other) {
        assertThat(JsonText.same(one, other)).isFalse();
        assertThat(JsonText.same(other, one)).isFalse();
        assertThat(SameJson.text(one)).isNotEqualTo(SameJson.text(other));
    }
}
