package dev.parley.topic.engine.webhook;

import dev.parley.topic.webhook.CallOutcome;

/**
 * The result of a call.
 *
 * @param outcome what it means
 * @param isProved true if the receiver has agreed, now or before
 */
record CallResult(CallOutcome outcome, boolean isProved) {}
