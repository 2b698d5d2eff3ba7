package dev.parley.process.command;

import dev.parley.conversation.Event;

/**
 * A person wants something done. Whether that person may is known.
 *
 * @param by who
 * @param reason why, for whoever reads the journal
 */
public record Commanded(Command command, String by, String reason) implements Event.OfPattern {}
