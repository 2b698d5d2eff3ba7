/**
 * Values and conditions of definitions, as data: JSON with pointers into what an instance knows, and comparisons of
 * what they find.
 */
@NullMarked
package dev.parley.process.value;

import org.jspecify.annotations.NullMarked;
