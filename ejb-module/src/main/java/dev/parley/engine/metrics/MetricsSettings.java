package dev.parley.engine.metrics;

import java.time.Duration;

/**
 * The settings of metrics.
 *
 * @param interval how often that is looked up which is not counted as it happens
 */
record MetricsSettings(Duration interval) {}
