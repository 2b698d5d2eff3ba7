/**
 * Topics: one event to many subscribers, beside the broker's own multicast and a bean that copies by hand; and
 * gatherings.
 */
@NullMarked
package dev.parley.bench.topic;

import org.jspecify.annotations.NullMarked;
