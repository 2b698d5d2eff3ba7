package dev.parley.process;

import dev.parley.definition.WrittenDefinition;
import dev.parley.process.definition.ReadProcess;

/**
 * A process to be shown.
 *
 * @param entry what was written, with what may be regretted of it if that was just now
 * @param version the number of its version, from 1: new instances follow it
 */
public record ProcessView(WrittenDefinition<ReadProcess> entry, int version) {}
