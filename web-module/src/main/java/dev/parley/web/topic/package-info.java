/** Topics, their subscriptions and their events over HTTP. */
@NullMarked
package dev.parley.web.topic;

import org.jspecify.annotations.NullMarked;
