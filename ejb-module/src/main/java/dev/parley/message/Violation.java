package dev.parley.message;

/**
 * One reason why a body is refused.
 *
 * @param field where in the body, as a JSON Pointer such as {@code /lines/0/quantity}; empty for the whole body
 * @param expected what was expected there, for people
 */
public record Violation(String field, String expected) {}
