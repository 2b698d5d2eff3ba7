/**
 * Webhooks of topics: which receivers may be called, how what they get is signed, how they agree to it, and what their
 * answers mean.
 */
@NullMarked
package dev.parley.topic.webhook;

import org.jspecify.annotations.NullMarked;
