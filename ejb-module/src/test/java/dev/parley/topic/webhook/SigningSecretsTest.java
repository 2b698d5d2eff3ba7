package dev.parley.topic.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector is that of the libraries of Standard Webhooks. */
class SigningSecretsTest {

    private static final WebhookSecret SECRET =
            WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();
    private static final WebhookSecret NEXT =
            WebhookSecret.parse("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").orElseThrow();
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final Instant NOW = Instant.ofEpochSecond(1614265330);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static List<String> signatures(SigningSecrets secrets, Instant now) {
        return List.of(
                secrets.headers(ID, now, BODY).get(SigningSecrets.SIGNATURE).split(" "));
    }

    @Test
    void signAsTheLibrariesDo() {
        assertThat(SigningSecrets.of(SECRET).headers(ID, NOW, BODY))
                .isEqualTo(Map.of("webhook-id", ID, "webhook-timestamp", "1614265330", "webhook-signature", SIGNATURE));
    }

    @Test
    void bothSignForAWhile() {
        SigningSecrets rotated = SigningSecrets.of(SECRET).replacedBy(NEXT, NOW, Duration.ofHours(1));

        assertThat(signatures(rotated, NOW)).hasSize(2).contains(SIGNATURE);
        assertThat(signatures(rotated, NOW.plusSeconds(3599))).hasSize(2);
        assertThat(signatures(rotated, NOW.plusSeconds(3600)))
                .isEqualTo(signatures(SigningSecrets.of(NEXT), NOW.plusSeconds(3600)));
    }

    @Test
    void thereAreNeverMoreThanTwo() {
        SigningSecrets rotated = SigningSecrets.of(NEXT)
                .replacedBy(NEXT, NOW, Duration.ofHours(1))
                .replacedBy(SECRET, NOW, Duration.ofHours(1));

        assertThat(signatures(rotated, NOW)).hasSize(2).startsWith(SIGNATURE);
    }

    @Test
    void aSecretIsReadAsItIsWrittenAndDoesNotShowItself() {
        assertThat(SECRET.text()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(SigningSecrets.of(SECRET).toString()).doesNotContain("MfKQ9r8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_c2hvcnQ=", "whsec_!!!!"})
    void whatIsTooShortOrNoneIsNotRead(String text) {
        assertThat(WebhookSecret.parse(text)).isEmpty();
    }
}
