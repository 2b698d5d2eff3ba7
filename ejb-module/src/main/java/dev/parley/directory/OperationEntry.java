package dev.parley.directory;

import java.time.Instant;

/**
 * An operation that an operator has entered.
 *
 * @param name the operation
 * @param version another after each change, and never the same again
 * @param definition what was entered
 * @param updatedAt when
 * @param updatedBy by whom
 */
public record OperationEntry(String name, long version, Definition definition, Instant updatedAt, String updatedBy) {}
