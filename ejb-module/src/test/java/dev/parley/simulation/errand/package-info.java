/** A small pattern that asks operations, for tests of how any pattern does. */
package dev.parley.simulation.errand;
