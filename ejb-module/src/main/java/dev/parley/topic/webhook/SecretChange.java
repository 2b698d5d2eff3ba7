package dev.parley.topic.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of a secret.
 *
 * @param secret the next one; null for one that Parley makes
 * @param overlap how long the one until now signs, too
 */
public record SecretChange(@Nullable WebhookSecret secret, Duration overlap) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    /**
     * The change that is in a text.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static SecretChange read(String text) {
        return new Fields.Body("a change of a secret", "an object such as {}", Set.of())
                .read(text.isEmpty() ? "{}" : text, SecretChange::change);
    }

    private static SecretChange change(Fields fields) {
        return new SecretChange(secret(fields), fields.duration("overlap", DAY, Duration.ZERO, LONGEST));
    }

    private static @Nullable WebhookSecret secret(Fields fields) {
        JsonNode given = fields.given("secret");
        if (given == null) {
            return null;
        }
        WebhookSecret secret = WebhookSecret.parse(given.asText()).orElse(null);
        if (secret == null) {
            fields.refuse("secret", WebhookSecret.EXPECTED);
        }
        return secret;
    }
}
