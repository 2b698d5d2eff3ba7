package dev.parley.topic.engine.webhook;

import dev.parley.topic.webhook.WebhookUrl;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to a receiver.
 *
 * @param method the method
 * @param url where it goes
 * @param headers its headers
 * @param body JSON text; null for none
 */
record WebhookRequest(String method, WebhookUrl url, Map<String, String> headers, @Nullable String body) {

    WebhookRequest {
        headers = Map.copyOf(headers);
    }
}
