package dev.parley.relay.mailbox;

import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The mailboxes that there are. What was written is committed when a method returns, and holds at once on every node; a
 * crash leaves all of it or nothing. What is not the caller's is not there: {@code mailbox-unknown} 404. These methods
 * block: they ask the database.
 */
public interface Mailboxes {

    /**
     * Defines a mailbox, or changes one. The messages in it stay, with the time to live that they were sent with.
     *
     * @param definition JSON text, see {@link MailboxDefinitionReader}
     * @throws Refusal {@code body-not-json} or {@code body-invalid} 400, {@code operators-only} 403 for another owner
     *     than the caller, {@code mailbox-unknown} 404, {@code mailboxes-too-many} 409, {@code precondition-failed} 412
     */
    Written<MailboxView> define(String name, String definition, Precondition expected, Caller caller);

    /**
     * The mailbox of that name.
     *
     * @throws Refusal {@code mailbox-unknown} 404
     */
    MailboxView get(String name, Caller caller);

    /**
     * The caller's mailboxes, an operator's are all.
     *
     * @param after the cursor that the page before gave; null for the first page
     * @param limit how many at most, 1 to 200
     */
    Page<Mailbox> list(@Nullable String after, int limit, Caller caller);

    /**
     * Deletes a mailbox.
     *
     * @param purge also with messages and dead letters in it, which are gone then
     * @throws Refusal {@code mailbox-unknown} 404, {@code mailbox-not-empty} 409, {@code precondition-failed} 412
     */
    void delete(String name, Precondition expected, boolean purge, Caller caller);
}
