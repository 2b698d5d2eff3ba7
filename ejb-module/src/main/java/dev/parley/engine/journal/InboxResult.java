package dev.parley.engine.journal;

/**
 * The result of entering a request into the inbox.
 *
 * @param isNew true if it was not there
 * @param entry what is there now: this one, or the one that was there before
 * @param isLocked true if another transaction is entering the same: then nobody knows yet, and the entry is this one
 */
public record InboxResult(boolean isNew, InboxEntry entry, boolean isLocked) {

    /** The result that is known. */
    public InboxResult(boolean isNew, InboxEntry entry) {
        this(isNew, entry, false);
    }

    /** The result that is not known, because another transaction is entering the same. */
    static InboxResult locked(InboxEntry entry) {
        return new InboxResult(false, entry, true);
    }
}
