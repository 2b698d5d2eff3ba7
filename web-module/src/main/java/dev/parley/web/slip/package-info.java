/** Slips over HTTP: they are ordered, and those that are kept are looked at and helped on. */
@NullMarked
package dev.parley.web.slip;

import org.jspecify.annotations.NullMarked;
