/**
 * Deterministic simulation: the real patterns and the real engine in a world of its own time and chance.
 *
 * <p>A seed decides everything that happens in a {@link dev.parley.simulation.World}: what the network loses, repeats
 * and delays; which node is killed at which step; which transaction is held up, conflicts with another, or is in doubt
 * after a crash. So a schedule that breaks an {@link dev.parley.simulation.Invariant} is played again, step by step,
 * from its seed. The scenario of a pattern is a few lines: its participants as scripts, its invariants as predicates;
 * world, broker, database and nodes are the same for all.
 *
 * <p>{@code mvn verify} plays the same schedules each time, and new ones for some seconds. More, and one again:
 *
 * <pre>
 * mvn -pl ejb-module test -Dtest='*SimulationTest' -Dparley.simulation.seconds=600
 * mvn -pl ejb-module test -Dtest='*SimulationTest' -Dparley.simulation.seed=4711
 * </pre>
 *
 * <p>See src/docs/simulation.md for what it can find, and what it cannot.
 */
package dev.parley.simulation;
