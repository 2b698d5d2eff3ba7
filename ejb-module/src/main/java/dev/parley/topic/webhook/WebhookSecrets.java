package dev.parley.topic.webhook;

import dev.parley.message.Caller;
import dev.parley.message.Refusal;

/**
 * The secrets of subscriptions to webhooks. Whoever made a subscription, and operators, see them. These methods block:
 * they ask the database.
 */
public interface WebhookSecrets {

    /**
     * The secrets of a subscription; one is made if there is none yet.
     *
     * @param name its topic and its own name, with a slash between them
     * @throws Refusal {@code topic-unknown} or {@code subscription-unknown} 404, {@code webhook-missing} 409
     */
    SigningSecrets get(String name, Caller caller);

    /**
     * Replaces the secret. The one until now signs, too, for a while.
     *
     * @param change JSON text, see {@link SecretChange}; empty for a secret that Parley makes
     * @throws Refusal {@code body-not-json} or {@code body-invalid} 400, or as {@link #get}
     */
    SigningSecrets replace(String name, String change, Caller caller);
}
