package dev.parley.topic.engine.webhook;

import dev.parley.topic.webhook.SigningSecrets;
import dev.parley.topic.webhook.WebhookUrl;

/**
 * A call: one event to one receiver.
 *
 * @param url the receiver
 * @param isProved true if the receiver has agreed before
 * @param secrets what signs it
 * @param id the same at each attempt
 * @param body JSON text
 */
record WebhookCall(WebhookUrl url, boolean isProved, SigningSecrets secrets, String id, String body) {}
