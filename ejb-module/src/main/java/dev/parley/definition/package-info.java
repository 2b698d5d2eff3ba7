/**
 * Definitions that people write by name, of whatever kind: what stands of one, who may write it, when, and what is
 * told.
 */
@NullMarked
package dev.parley.definition;

import org.jspecify.annotations.NullMarked;
