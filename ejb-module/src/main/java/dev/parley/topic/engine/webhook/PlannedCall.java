package dev.parley.topic.engine.webhook;

/**
 * A call that begins when the transaction has committed.
 *
 * @param subscription the subscription
 * @param number the number of the event
 * @param call what is called
 */
record PlannedCall(String subscription, long number, WebhookCall call) {}
