package dev.parley.web.topic;

import dev.parley.topic.webhook.SigningSecrets;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The secret of a webhook. */
@Schema(name = "WebhookSecret")
public record WebhookSecretBody(
        @Schema(required = true, description = "As libraries of Standard Webhooks take it.", examples = "whsec_…")
                String secret,
        @Schema(description = "Until when the one before it signs, too; absent if there is none.") @Nullable
                Instant previousUntil) {

    static WebhookSecretBody of(SigningSecrets secrets) {
        return new WebhookSecretBody(secrets.current().text(), secrets.beforeUntil());
    }
}
