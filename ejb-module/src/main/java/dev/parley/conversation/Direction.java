package dev.parley.conversation;

/** Which way a journaled message went, seen from Parley. */
public enum Direction {
    IN,
    OUT
}
