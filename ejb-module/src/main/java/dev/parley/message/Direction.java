package dev.parley.message;

/** The direction that a journaled message went, seen from Parley. */
public enum Direction {
    IN,
    OUT
}
