/**
 * Events as they are published: how they are read of requests, messages and CloudEvents, and what is stored of them.
 */
@NullMarked
package dev.parley.topic.event;

import org.jspecify.annotations.NullMarked;
