package dev.parley.topic.engine.webhook;

import dev.parley.topic.webhook.HostPolicy;
import dev.parley.topic.webhook.NetworkPolicy;
import java.time.Duration;

/**
 * The settings of webhooks that an operator can configure.
 *
 * @param hosts which receivers may be named
 * @param networks where they may be
 * @param timeout how long an answer may take
 * @param origin who sends, as receivers are told
 */
record WebhookSettings(HostPolicy hosts, NetworkPolicy networks, Duration timeout, String origin) {}
