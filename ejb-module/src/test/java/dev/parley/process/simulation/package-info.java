/** Plays processes in worlds in which everything goes wrong that may. */
package dev.parley.process.simulation;
