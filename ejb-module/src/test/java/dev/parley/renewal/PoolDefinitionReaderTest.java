package dev.parley.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolDefinitionReaderTest {

    @Test
    void needsNothingButACapacity() {
        PoolDefinition pool = read("{\"capacity\": 100}");

        assertThat(pool)
                .isEqualTo(
                        new PoolDefinition(100, Duration.ofMinutes(15), Duration.ofSeconds(30), 3, 0.9, null, false));
    }

    @Test
    void readsWhatItWrote() {
        PoolDefinition pool = new PoolDefinition(
                7,
                Duration.ofHours(1),
                Duration.ofSeconds(5),
                2,
                0.5,
                Duration.ofDays(1),
                true,
                List.of("paul", "petra"));

        assertThat(read(pool.toJson())).isEqualTo(pool);
    }

    @Test
    void ignoresWhatOnlyReadingShows() {
        String read = "{\"name\":\"seats\",\"owner\":\"ann\",\"capacity\":2,\"updatedAt\":\"t\",\"updatedBy\":\"ann\","
                + "\"held\":1,\"free\":1,\"waiting\":0,\"underPressure\":false}";

        assertThat(read(read).capacity()).isEqualTo(2);
    }

    @Test
    void isForNobodyElseUnlessItSaysForWhom() {
        assertThat(read("{\"capacity\": 1}").holders()).isEmpty();
        assertThat(read("{\"capacity\": 1, \"holders\": []}").holders()).isEmpty();
        assertThat(read("{\"capacity\": 1, \"holders\": [\"*\"]}").holders()).containsExactly("*");
        assertThat(read("{\"capacity\": 1, \"holders\": [\"petra\", \"paul\", \"petra\"]}")
                        .holders())
                .containsExactly("petra", "paul");
    }

    @Test
    void namesAThousandHoldersAtMost() {
        assertThat(read("{\"capacity\": 1, \"holders\": [" + users(1000) + "]}").holders())
                .hasSize(1000);
        assertThatThrownBy(() -> read("{\"capacity\": 1, \"holders\": [" + users(1001) + "]}"))
                .isInstanceOf(Refusal.class);
    }

    private static String users(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"u" + i + "\"").collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /capacity",
                "{\"capacity\": 0} | /capacity",
                "{\"capacity\": 1, \"pingEvery\": \"PT0S\"} | /pingEvery",
                "{\"capacity\": 1, \"pingTimeout\": \"soon\"} | /pingTimeout",
                "{\"capacity\": 1, \"pingAttempts\": 0} | /pingAttempts",
                "{\"capacity\": 1, \"pressure\": 0} | /pressure",
                "{\"capacity\": 1, \"pressure\": 1.1} | /pressure",
                "{\"capacity\": 1, \"maxLifetime\": \"P400Y\"} | /maxLifetime",
                "{\"capacity\": 1, \"lease\": \"yes\"} | /lease",
                "{\"capacity\": 1, \"holders\": \"paul\"} | /holders",
                "{\"capacity\": 1, \"holders\": [\"paul\", \" \"]} | /holders/1",
                "{\"capacity\": 1, \"holders\": [7]} | /holders/0",
                "{\"capacity\": 1, \"colour\": 1} | /colour",
            })
    void saysWhatIsWrong(String body, String field) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.problem().violations())
                .anyMatch(violation -> violation.field().equals(field)));
    }

    private static PoolDefinition read(String body) {
        return PoolDefinitionReader.read("seats", body);
    }
}
