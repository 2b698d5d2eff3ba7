package dev.parley.engine.log;

/**
 * The settings of the log.
 *
 * @param repetitions how often a part of the server may say the same in a minute; 0 if as often as it likes
 */
record LogSettings(int repetitions) {}
