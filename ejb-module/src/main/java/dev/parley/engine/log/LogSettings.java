package dev.parley.engine.log;

/**
 * The settings of the log.
 *
 * @param hasIds whether lines have the ids of what is worked on while they are said
 * @param repetitions how often a part of the server may say the same in a minute; 0 if as often as it likes
 */
public record LogSettings(boolean hasIds, int repetitions) {}
