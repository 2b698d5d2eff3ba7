package dev.parley.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PingAnswerReaderTest {

    @Test
    void saysWhichPing() {
        assertThat(PingAnswerReader.read("{\"pingId\": \"p-1\"}")).isEqualTo("p-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /pingId",
                "{\"pingId\": null} | /pingId",
                "{\"pingId\": 1} | /pingId",
                "{\"pingId\": \" \"} | /pingId",
                "{\"pingId\": \"p-1\", \"a/b\": null} | /a~1b",
                "[\"p-1\"] | ''",
                "\"p-1\" | ''",
            })
    void saysWhatIsWrong(String body, String field) {
        assertThatThrownBy(() -> PingAnswerReader.read(body))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem().violations())
                                .extracting(Violation::field)
                                .containsExactly(field));
    }

    @Test
    void keepsWithinLimits() {
        assertThat(PingAnswerReader.read("{\"pingId\": \"" + "p".repeat(255) + "\"}"))
                .hasSize(255);
        assertThatThrownBy(() -> PingAnswerReader.read("{\"pingId\": \"" + "p".repeat(256) + "\"}"))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p-1", "{\"pingId\": \"a\", \"pingId\": \"b\"}"})
    void refusesWhatIsNotJson(String body) {
        assertThatThrownBy(() -> PingAnswerReader.read(body))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().name()).isEqualTo("body-not-json"));
    }
}
