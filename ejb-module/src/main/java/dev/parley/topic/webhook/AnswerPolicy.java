package dev.parley.topic.webhook;

import dev.parley.topic.webhook.CallOutcome.Delivered;
import dev.parley.topic.webhook.CallOutcome.Ended;
import dev.parley.topic.webhook.CallOutcome.Failed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The policy of what an answer to an event means: 2xx that it is delivered, 410 that no more is wanted, 429 and 503
 * that it is wanted later, and anything else, a redirect too, that it has failed.
 */
public final class AnswerPolicy {

    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private AnswerPolicy() {}

    /** The meaning of an answer that came at a time. */
    public static CallOutcome decide(WebhookAnswer answer, Instant now) {
        if (answer.isSuccess()) {
            return new Delivered();
        }
        return answer.status() == GONE ? gone() : failed("The receiver answered ", answer, now);
    }

    static Ended gone() {
        return new Ended(WebhookProblem.WEBHOOK_GONE.because(
                "The receiver answered 410: it wants no more events. Delete the subscription, or resume it."));
    }

    static Failed failed(String said, WebhookAnswer answer, Instant now) {
        boolean isRedirect = answer.status() >= 300 && answer.status() < 400;
        String detail = said + answer.status() + (isRedirect ? ": redirects are not followed." : ".");
        return new Failed(WebhookProblem.WEBHOOK_FAILED.because(detail), again(answer, now));
    }

    /** The time that the receiver asks to wait until, a day at most. */
    private static @Nullable Instant again(WebhookAnswer answer, Instant now) {
        boolean isKeptTo = answer.status() == TOO_MANY || answer.status() == UNAVAILABLE;
        Instant asked = isKeptTo && answer.retryAfter() != null
                ? time(answer.retryAfter().strip(), now)
                : null;
        if (asked == null || asked.isBefore(now)) {
            return null;
        }
        Instant last = now.plus(LONGEST_PAUSE);
        return asked.isAfter(last) ? last : asked;
    }

    private static @Nullable Instant time(String retryAfter, Instant now) {
        try {
            return retryAfter.matches("[0-9]+")
                    ? now.plusSeconds(seconds(retryAfter))
                    : ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static long seconds(String digits) {
        return digits.length() > 9 ? LONGEST_PAUSE.toSeconds() : Long.parseLong(digits);
    }
}
