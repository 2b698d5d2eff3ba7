/**
 * The broker within the server: what it must not take from anybody, and whether somebody takes what is in Parley's
 * queues.
 */
@NullMarked
package dev.parley.engine.broker;

import org.jspecify.annotations.NullMarked;
