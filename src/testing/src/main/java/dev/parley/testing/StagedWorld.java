package dev.parley.testing;

import dev.parley.engine.run.EngineTables;
import dev.parley.engine.run.SimulatedEngine;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.World;
import java.util.Deque;

/**
 * A world with a broker and a database.
 *
 * @param world its time and chance
 * @param broker its broker
 * @param tables Parley's own tables
 * @param transactions the transactions that operations run in, the innermost first
 */
record StagedWorld(World world, Broker broker, EngineTables tables, Deque<Transaction> transactions) {

    static StagedWorld of(World world) {
        return new StagedWorld(
                world, SimulatedEngine.broker(world), new EngineTables(), SimulatedEngine.transactions());
    }
}
