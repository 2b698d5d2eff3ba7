package dev.parley.renewal;

import dev.parley.message.Problem;

/** Something that the engine does because of a decision on a grant, in the transaction that stores it. */
public sealed interface GrantEffect {

    /**
     * Ask the holder; the message expires when an answer would be too late.
     *
     * @param ping the ping, with the time by which it is to be answered
     */
    record Ask(Ping ping) implements GrantEffect {}

    /**
     * The resource is free again: for who waits longest, if anybody does.
     *
     * @param reference the name of the resource, as its supplier gave it
     */
    record Free(String reference) implements GrantEffect {}

    /** Tell whoever waited that it holds the resource now. */
    record TellGranted() implements GrantEffect {}

    /**
     * Tell the holder that it holds the resource no longer, or who waited that it waits no longer.
     *
     * @param why why the grant ended
     */
    record TellEnded(Grant.Ending why) implements GrantEffect {}

    /**
     * Tell who said something that it was not accepted.
     *
     * @param why the problem that it is told
     */
    record Refuse(Problem why) implements GrantEffect {}
}
