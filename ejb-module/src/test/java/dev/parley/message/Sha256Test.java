package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values stand in tables: a message that was sent before an upgrade is known by them after it. */
class Sha256Test {

    @ParameterizedTest
    @CsvSource({
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "ä, 33e6d73fee82904c8d7afb78de1154d1e8dc2a0edb08120e63df5b9385c2d9cc"
    })
    void isThatOfTheTextInUtf8(String text, String hash) {
        assertThat(Sha256.hex(text)).isEqualTo(hash);
        assertThat(Sha256.hex(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(hash);
        assertThat(Sha256.bytes(text)).hasSize(32).startsWith(Integer.parseInt(hash.substring(0, 2), 16));
    }
}
