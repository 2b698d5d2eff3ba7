package dev.parley.topic.engine;

import java.time.Duration;

/**
 * The settings of topics that an operator can configure.
 *
 * @param topics how many a participant may define
 * @param retention how long events are kept where a topic does not say
 * @param batch how many events a subscription gets in one turn
 */
record TopicSettings(int topics, Duration retention, int batch) {}
