package dev.parley.engine.journal;

/**
 * The result of entering a request into the inbox.
 *
 * @param isNew true if it was not there
 * @param entry what is there now: this one, or the one that was there before
 */
public record InboxResult(boolean isNew, InboxEntry entry) {}
