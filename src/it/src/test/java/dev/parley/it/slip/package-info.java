/** Slips that travel the routes which their requesters have chosen. */
@NullMarked
package dev.parley.it.slip;

import org.jspecify.annotations.NullMarked;
