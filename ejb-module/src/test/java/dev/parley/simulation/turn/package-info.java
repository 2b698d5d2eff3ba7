/** Conversations in turns, in worlds in which everything goes wrong that may. */
package dev.parley.simulation.turn;
