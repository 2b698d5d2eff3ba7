/** The undoing of slips that have ended: a request of its own, which is answered when nothing is left to undo. */
@NullMarked
package dev.parley.slip.undo;

import org.jspecify.annotations.NullMarked;
