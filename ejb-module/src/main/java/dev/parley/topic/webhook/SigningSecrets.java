package dev.parley.topic.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The secrets by which a receiver knows what Parley sends: one, or two for a while after it was changed.
 *
 * @param current the one that receivers are to configure
 * @param before the one before it; null for none
 * @param beforeUntil until when that one signs, too; null for none
 */
public record SigningSecrets(WebhookSecret current, @Nullable WebhookSecret before, @Nullable Instant beforeUntil) {

    /** The header with the id, which is the same at each attempt. */
    public static final String ID = "webhook-id";

    /** The header with the time of the attempt, in seconds. */
    public static final String TIMESTAMP = "webhook-timestamp";

    /** The header with the signatures. */
    public static final String SIGNATURE = "webhook-signature";

    /** One secret. */
    public static SigningSecrets of(WebhookSecret secret) {
        return new SigningSecrets(secret, null, null);
    }

    /** Another secret, beside which the one until now signs for a while. */
    public SigningSecrets replacedBy(WebhookSecret next, Instant now, Duration overlap) {
        return new SigningSecrets(next, current, now.plus(overlap));
    }

    /**
     * The headers of Standard Webhooks.
     *
     * @param id without a dot
     * @param body as it is sent
     * @see <a
     *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
     *     Webhooks</a>
     */
    public Map<String, String> headers(String id, Instant now, String body) {
        String signed = id + "." + now.getEpochSecond() + "." + body;
        Map<String, String> headers = new TreeMap<>();
        headers.put(ID, id);
        headers.put(TIMESTAMP, String.valueOf(now.getEpochSecond()));
        headers.put(
                SIGNATURE, at(now).stream().map(secret -> secret.sign(signed)).collect(Collectors.joining(" ")));
        return headers;
    }

    private List<WebhookSecret> at(Instant now) {
        return before != null && beforeUntil != null && now.isBefore(beforeUntil)
                ? List.of(current, before)
                : List.of(current);
    }
}
