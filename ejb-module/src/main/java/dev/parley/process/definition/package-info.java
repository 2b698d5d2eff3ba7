/**
 * Definitions of processes: what they consist of, how they are read and checked, and how two versions of one are told
 * apart.
 */
@NullMarked
package dev.parley.process.definition;

import org.jspecify.annotations.NullMarked;
