/**
 * Measures Parley against what is written by hand, in turns, on one server, and prints what came out. It judges
 * nothing.
 */
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
