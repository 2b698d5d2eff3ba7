/**
 * Values and conditions of definitions, as data: JSON with pointers into what is known where they are looked at, and
 * comparisons of what they find.
 */
@NullMarked
package dev.parley.value;

import org.jspecify.annotations.NullMarked;
