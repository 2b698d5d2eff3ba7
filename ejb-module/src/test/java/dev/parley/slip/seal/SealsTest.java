package dev.parley.slip.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

class SealsTest {

    private static final String SECRET =
            "{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\"}";
    private static final String OTHER =
            "{\"kty\":\"oct\",\"kid\":\"c\",\"k\":\"HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\"}";
    private static final String PAIR = "{\"kty\":\"OKP\",\"kid\":\"b\",\"crv\":\"Ed25519\","
            + "\"x\":\"4ZL_bqLoBJLBw3sBjiPbpBfuZfMCUg9iFEHyYict9HU\",\"d\":\"gzOpWCWoPXynHb_XiUPgO6XYqX36YlqGhvafArFJPfI\"}";
    private static final String PUBLIC = PAIR.replaceFirst(",\"d\":\"[^\"]*\"", "");
    private static final byte[] CONTENT = "what is sealed".getBytes(StandardCharsets.UTF_8);

    @Test
    void aSealFitsWhatItIsOfAndNothingElse() {
        for (String key : new String[] {SECRET, PAIR}) {
            Seals seals = seals(key);
            String seal = seals.seal(CONTENT);

            assertThat(seals.fits(CONTENT, seal)).as(key).isTrue();
            assertThat(seals.fits("what was sealed".getBytes(StandardCharsets.UTF_8), seal))
                    .isFalse();
            assertThat(seals.fits(CONTENT, seal.substring(0, seal.length() - 2)))
                    .isFalse();
            assertThat(seals.fits(CONTENT, seal + "!")).isFalse();
            assertThat(seals.fits(CONTENT, "")).isFalse();
        }
    }

    @Test
    void aSealIsAJwsOfDetachedContent() throws Exception {
        for (String key : new String[] {SECRET, PAIR}) {
            String[] parts = seals(key).seal(CONTENT).split("\\.", -1);
            String content = Base64.getUrlEncoder().withoutPadding().encodeToString(CONTENT);
            JsonWebSignature jws = new JsonWebSignature();
            jws.setCompactSerialization(parts[0] + "." + content + "." + parts[2]);
            jws.setKey(new JsonWebKeySet("{\"keys\":[" + key + "]}")
                    .getJsonWebKeys()
                    .get(0)
                    .getKey());

            assertThat(jws.verifySignature()).as(key).isTrue();
        }
    }

    @Test
    void theSecondKeyOpensWhatTheFirstOneSealedBefore() {
        String before = seals(SECRET).seal(CONTENT);
        Seals both = seals(PAIR, SECRET);

        assertThat(both.fits(CONTENT, before)).isTrue();
        assertThat(both.fits(CONTENT, both.seal(CONTENT))).isTrue();
        assertThat(seals(SECRET).fits(CONTENT, both.seal(CONTENT))).isFalse();
        assertThat(seals(OTHER).fits(CONTENT, before)).isFalse();
    }

    @Test
    void aSecretOfTheSameNameIsAnotherSecret() {
        String foreign = seals(OTHER.replace("\"c\"", "\"a\"")).seal(CONTENT);

        assertThat(seals(SECRET).fits(CONTENT, foreign)).isFalse();
    }

    @Test
    void thePublicHalfOpensAndDoesNotSeal() {
        assertThat(seals(SECRET, PUBLIC).fits(CONTENT, seals(PAIR).seal(CONTENT)))
                .isTrue();
        assertThatThrownBy(() -> seals(PUBLIC)).hasMessageContaining("private half");
    }

    @Test
    void keysThatWouldBeNoneAreRefused() {
        assertThatThrownBy(() -> Seals.of("no keys")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Seals.of("{\"keys\":[]}")).hasMessageContaining("0 usable keys");
        assertThatThrownBy(() -> seals(SECRET, OTHER, PAIR)).hasMessageContaining("3 usable keys");
        assertThatThrownBy(() -> seals(SECRET, SECRET)).hasMessageContaining("same 'kid'");
        assertThatThrownBy(() -> seals("{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"AAEC\"}"))
                .hasMessageContaining("shorter than 32 bytes");
        assertThatThrownBy(() -> seals(SECRET.replace("\"kid\":\"a\",", ""))).hasMessageContaining("'kid'");
    }

    @Test
    void aNewKeySetIsOne() {
        Seals seals = Seals.of(Seals.newKeySet("made"));

        assertThat(seals.fits(CONTENT, seals.seal(CONTENT))).isTrue();
        assertThat(Seals.newKeySet("made")).isNotEqualTo(Seals.newKeySet("made"));
    }

    @Test
    void theCanonicalFormHasOneOrderAndOneFormOfNumbers() {
        assertThat(new String(
                        CanonicalJson.bytes(json("{ \"b\": 1.0, \"a\": [1E2, \"\\u00e4\", null] }")),
                        StandardCharsets.UTF_8))
                .isEqualTo("[{\"a\":[100,\"ä\",null],\"b\":1}]");
        assertThat(CanonicalJson.bytes(json("{\"a\":1,\"b\":2}")))
                .isEqualTo(CanonicalJson.bytes(json("{\"b\":2,\"a\":1}")));
    }

    /** Otherwise their last digits could be changed, and the seal would fit. */
    @Test
    void aNumberThatADoubleDoesNotHaveIsNotSealed() {
        assertThat(CanonicalJson.misfit(json("{\"a\":[0.1, 9007199254740991, -3e5, 12.50]}")))
                .isNull();
        assertThat(CanonicalJson.misfit(json("{\"a\":[1, 9007199254740993]}"))).isEqualTo("/a/1");
        assertThat(CanonicalJson.misfit(json("{\"a~b\":0.12345678901234567891}")))
                .isEqualTo("/a~0b");
        assertThat(CanonicalJson.misfit(json("1e400"))).isEmpty();
        assertThatThrownBy(() -> CanonicalJson.bytes(json("[9007199254740993]")))
                .hasMessageContaining("/0");
    }

    private static Seals seals(String... keys) {
        return Seals.of("{\"keys\":[" + String.join(",", keys) + "]}");
    }

    private static JsonNode json(String text) {
        return JsonText.parseExactly(text);
    }
}
