/**
 * Processes that applications define in code: what they build becomes the definition that is stored, and the code in it
 * is known by names.
 */
@NullMarked
package dev.parley.process.code;

import org.jspecify.annotations.NullMarked;
