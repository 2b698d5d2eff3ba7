/** Subscriptions of a topic as they are defined, and the rules by which its events are delivered to each of them. */
@NullMarked
package dev.parley.topic.subscription;

import org.jspecify.annotations.NullMarked;
