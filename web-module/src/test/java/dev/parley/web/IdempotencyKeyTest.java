package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.message.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"order-4711\" | order-4711",
                "order-4711 | order-4711",
                "8e03978e-40d5-43dd-bc93-6894a57f9324 | 8e03978e-40d5-43dd-bc93-6894a57f9324",
                "\"a b, c\" | a b, c",
                "\"a \\\"b\\\" \\\\c\" | a \"b\" \\c"
            })
    void readsStringsAndTokens(String header, String key) {
        assertThat(IdempotencyKey.of(List.of(header))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "\"\"",
                "\"abc",
                "abc\"",
                "a b",
                "a,b",
                "\"a\"b\"",
                "\"a\\\"",
                "\"a\\b\"",
                "\"ä\"",
                "ä",
                "\"a\tb\"",
                "\"a\";b=1",
                "\\"
            })
    void refusesWhatIsNeither(String header) {
        assertInvalid(List.of(header));
    }

    @Test
    void refusesTwo() {
        assertInvalid(List.of("a", "a"));
    }

    @Test
    void isAtMost255CharactersWithoutItsQuotes() {
        assertThat(IdempotencyKey.of(List.of("\"" + "k".repeat(255) + "\""))).hasSize(255);
        assertInvalid(List.of("k".repeat(256)));
    }

    @Test
    void isAbsentWithoutTheHeader() {
        assertThat(IdempotencyKey.of(null)).isNull();
        assertThat(IdempotencyKey.of(List.of())).isNull();
    }

    private static void assertInvalid(List<String> lines) {
        assertThatThrownBy(() -> IdempotencyKey.of(lines)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().name()).isEqualTo("idempotency-key-invalid");
            assertThat(refusal.problem().status()).isEqualTo(400);
        });
    }
}
