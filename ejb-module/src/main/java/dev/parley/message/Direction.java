package dev.parley.message;

/** Which way a journaled message went, seen from Parley. */
public enum Direction {
    IN,
    OUT
}
