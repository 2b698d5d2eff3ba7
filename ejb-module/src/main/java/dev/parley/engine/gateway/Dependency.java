package dev.parley.engine.gateway;

/**
 * Something that Parley depends on.
 *
 * @param name what it is: {@code database} or {@code broker}
 * @param up true if it answers
 */
public record Dependency(String name, boolean up) {}
