package dev.parley.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static final Scope SCOPE =
            JsonText.parseExactly("{\"n\": 10, \"m\": 10.0, \"s\": \"b\", \"l\": [1, 2.0], \"o\": {\"x\": null}}")::at;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"$\": \"/n\", \"is\": 10.00}; true",
                "{\"$\": \"/n\", \"is\": {\"$\": \"/m\"}}; true",
                "{\"$\": \"/n\", \"is\": \"10\"}; false",
                "{\"$\": \"/n\", \"isNot\": 10}; false",
                "{\"$\": \"/z\", \"isNot\": 10}; true",
                "{\"$\": \"/n\", \"less\": 11, \"more\": 9}; true",
                "{\"$\": \"/s\", \"less\": \"c\"}; true",
                "{\"$\": \"/s\", \"less\": 1}; false",
                "{\"$\": \"/z\", \"less\": 1}; false",
                "{\"$\": \"/n\", \"more\": {\"$\": \"/z\"}}; false",
                "{\"$\": \"/l/1\", \"in\": [1, 2]}; true",
                "{\"$\": \"/n\", \"in\": {\"$\": \"/l\"}}; false",
                "{\"$\": \"/z\", \"present\": false}; true",
                "{\"$\": \"/o/x\", \"present\": true}; false",
                "{\"all\": [{\"$\": \"/n\", \"is\": 10}, {\"not\": {\"$\": \"/n\", \"is\": 11}}]}; true",
                "{\"any\": [{\"$\": \"/n\", \"is\": 1}, {\"$\": \"/n\", \"is\": 2}]}; false"
            })
    void holds(String json, boolean expected) {
        Findings findings = new Findings();
        Condition condition = new ConditionReader(findings).read(JsonText.parseExactly(json), "");
        assertThat(findings.violations()).isEmpty();
        assertThat(condition.holds(SCOPE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}",
                "{\"$\": \"/n\"}",
                "{\"$\": \"n\", \"is\": 1}",
                "{\"all\": []}",
                "{\"$\": \"/n\", \"isnt\": 1}",
                "{\"$\": \"/n\", \"present\": 1}",
                "{\"$\": \"/n\", \"in\": 1}",
                "[]",
                "{\"not\": 1}"
            })
    void whatIsNoneIsRefused(String json) {
        Findings findings = new Findings();
        assertThat(new ConditionReader(findings).read(JsonText.parseExactly(json), "/when"))
                .isNotNull();
        assertThat(findings.violations()).isNotEmpty();
    }

    @Test
    void pointersAreReplacedAndEverythingElseStands() {
        Findings findings = new Findings();
        Value value = new ValueReader(findings)
                .read(JsonText.parseExactly("{\"a\": [{\"$\": \"/n\"}, 1], \"b\": null, \"c\": {\"d\": \"$\"}}"), "");
        assertThat(value.in(SCOPE))
                .isEqualTo(JsonText.parseExactly("{\"a\": [10, 1], \"b\": null, \"c\": {\"d\": \"$\"}}"));
    }

    @Test
    void whatIsMissingIsNamed() {
        Value value = new ValueReader(new Findings()).read(JsonText.parseExactly("[{\"$\": \"/z/y\"}]"), "");
        assertThatThrownBy(() -> value.in(SCOPE))
                .isInstanceOf(ValueMissing.class)
                .hasMessageContaining("/z/y");
    }
}
