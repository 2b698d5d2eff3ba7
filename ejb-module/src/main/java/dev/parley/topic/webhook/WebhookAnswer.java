package dev.parley.topic.webhook;

import org.jspecify.annotations.Nullable;

/**
 * The answer of a receiver. Its body says nothing.
 *
 * @param status the status
 * @param retryAfter the header {@code Retry-After}; null for none
 * @param allowedOrigin the header {@code WebHook-Allowed-Origin}; null for none
 */
public record WebhookAnswer(int status, @Nullable String retryAfter, @Nullable String allowedOrigin) {

    /** True if it says yes. */
    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** True if it may say something else later. */
    boolean isTransient() {
        return status == 408 || status == 425 || status == 429 || status >= 500;
    }
}
