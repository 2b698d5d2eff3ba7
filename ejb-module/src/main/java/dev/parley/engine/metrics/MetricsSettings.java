package dev.parley.engine.metrics;

import java.time.Duration;

/**
 * The settings of metrics.
 *
 * @param areOn whether the server's Micrometer, if it has one, collects any
 * @param interval how often that is looked up which is not counted as it happens
 */
record MetricsSettings(boolean areOn, Duration interval) {}
