package dev.parley.process.event;

import dev.parley.conversation.Effect;

/**
 * Begin another instance of the same version, which takes over what this one has done before a step.
 *
 * @param from the step that it begins with
 * @param as its id
 * @param by who wants it
 */
public record BeginAgain(String from, String as, String by) implements Effect.OfPattern {}
