/**
 * Metrics: what is counted as it happens, and what is looked up now and then, for whatever collects it. Without the
 * server's Micrometer nothing is.
 */
@NullMarked
package dev.parley.engine.metrics;

import org.jspecify.annotations.NullMarked;
