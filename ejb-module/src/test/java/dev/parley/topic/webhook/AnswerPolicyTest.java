package dev.parley.topic.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.topic.webhook.CallOutcome.Delivered;
import dev.parley.topic.webhook.CallOutcome.Ended;
import dev.parley.topic.webhook.CallOutcome.Failed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerPolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final String ORIGIN = "events.example.org";

    private static CallOutcome event(int status, @Nullable String retryAfter) {
        return AnswerPolicy.decide(new WebhookAnswer(status, retryAfter, null), NOW);
    }

    private static @Nullable CallOutcome question(int status, @Nullable String allowed) {
        return ProofPolicy.decide(new WebhookAnswer(status, null, allowed), ORIGIN, NOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void aSuccessIsADelivery(int status) {
        assertThat(event(status, null)).isInstanceOf(Delivered.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 304, 307, 308, 400, 401, 404, 405, 500, 502, 504, 999})
    void anythingElseIsAFailureWithTheUsualPause(int status) {
        assertThat(event(status, "120")).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.problem().name()).isEqualTo("webhook-failed");
            assertThat(failed.problem().detail()).contains(String.valueOf(status));
            assertThat(failed.again()).isNull();
        });
    }

    @Test
    void whoIsGoneIsNotCalledAgain() {
        assertThat(event(410, "1"))
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.problem().name()).isEqualTo("webhook-gone"));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 120, 2026-01-31T12:02:00Z",
        "503, ' 120 ', 2026-01-31T12:02:00Z",
        "503, 0, 2026-01-31T12:00:00Z",
        "503, 'Sat, 31 Jan 2026 12:30:00 GMT', 2026-01-31T12:30:00Z",
        "429, 99999999999999999999, 2026-02-01T12:00:00Z",
        "429, 'Sun, 31 Jan 2027 12:00:00 GMT', 2026-02-01T12:00:00Z"
    })
    void whoAsksToWaitIsWaitedForButNotLongerThanADay(int status, String retryAfter, Instant again) {
        assertThat(event(status, retryAfter)).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.again())
                .isEqualTo(again));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "", "Sat, 31 Jan 2026 11:30:00 GMT", "2026-01-31T12:30:00Z"})
    void aTimeThatIsNoneOrPastIsNotKeptTo(String retryAfter) {
        assertThat(event(429, retryAfter)).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.again())
                .isNull());
    }

    @Test
    void aDayIsTheLongest() {
        assertThat(event(429, "86401")).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.again())
                .isEqualTo(NOW.plus(Duration.ofDays(1))));
    }

    @ParameterizedTest
    @CsvSource({"200, events.example.org", "204, EVENTS.example.org", "200, *"})
    void whoNamesTheOriginHasAgreed(int status, String allowed) {
        assertThat(question(status, allowed)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "200,",
        "200, other.example.org",
        "200, 'events.example.org.evil.example'",
        "302, *",
        "401, *",
        "404,",
        "405, events.example.org"
    })
    void whoDoesNotIsNotSentAnything(int status, @Nullable String allowed) {
        assertThat(question(status, allowed))
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.problem().name()).isEqualTo("webhook-unproved"));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void whoCannotAnswerNowIsAskedAgain(int status) {
        assertThat(question(status, "*")).isInstanceOfSatisfying(Failed.class, failed -> assertThat(
                        failed.problem().name())
                .isEqualTo("webhook-failed"));
    }
}
