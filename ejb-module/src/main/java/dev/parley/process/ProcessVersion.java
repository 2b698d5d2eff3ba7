package dev.parley.process;

import dev.parley.process.definition.ProcessDefinition;
import java.time.Instant;

/**
 * A version of a process. It never changes.
 *
 * @param number its number, from 1
 * @param definition what is done
 * @param createdAt when it was first written
 * @param createdBy by whom
 */
public record ProcessVersion(int number, ProcessDefinition definition, Instant createdAt, String createdBy) {}
