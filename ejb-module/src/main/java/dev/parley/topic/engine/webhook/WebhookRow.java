package dev.parley.topic.engine.webhook;

import dev.parley.topic.webhook.SigningSecrets;
import dev.parley.topic.webhook.WebhookUrl;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a webhook.
 *
 * @param secrets what signs
 * @param proved the URL that has agreed; null for none
 */
record WebhookRow(SigningSecrets secrets, @Nullable String proved) {

    /** True if that URL has agreed. */
    boolean isProved(WebhookUrl url) {
        return url.toString().equals(proved);
    }
}
