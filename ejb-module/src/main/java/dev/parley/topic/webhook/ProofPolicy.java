package dev.parley.topic.webhook;

import dev.parley.topic.webhook.CallOutcome.Ended;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policy of how a receiver proves that it wants events from here (Verify Identity), before it gets the first one:
 * it is asked with {@code OPTIONS}, and has to name the origin that it is asked for.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/http-webhook.md">Web hooks for event
 *     delivery</a>
 */
public final class ProofPolicy {

    /** The header that says who asks. */
    public static final String REQUEST_ORIGIN = "WebHook-Request-Origin";

    /** The header that says who may send. */
    public static final String ALLOWED_ORIGIN = "WebHook-Allowed-Origin";

    private static final int GONE = 410;

    private ProofPolicy() {}

    /** The headers of the question. */
    public static Map<String, String> headers(String origin) {
        return Map.of(REQUEST_ORIGIN, origin);
    }

    /**
     * The meaning of an answer to the question.
     *
     * @return why nothing is sent yet; null if the receiver has agreed
     */
    public static @Nullable CallOutcome decide(WebhookAnswer answer, String origin, Instant now) {
        if (answer.isSuccess() && allows(answer.allowedOrigin(), origin)) {
            return null;
        }
        if (answer.status() == GONE) {
            return AnswerPolicy.gone();
        }
        return answer.isTransient()
                ? AnswerPolicy.failed("Asked whether it wants events, the receiver answered ", answer, now)
                : unproved(answer, origin);
    }

    private static boolean allows(@Nullable String allowed, String origin) {
        return allowed != null
                && (allowed.strip().equals("*") || allowed.strip().equalsIgnoreCase(origin));
    }

    private static Ended unproved(WebhookAnswer answer, String origin) {
        return new Ended(WebhookProblem.WEBHOOK_UNPROVED.because(
                "Asked with OPTIONS whether it wants events, the receiver answered " + answer.status()
                        + (answer.isSuccess() ? " without " + ALLOWED_ORIGIN + ": " + origin : "")
                        + ". Have it agree, and resume the subscription."));
    }
}
