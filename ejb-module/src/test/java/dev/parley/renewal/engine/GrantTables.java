package dev.parley.renewal.engine;

import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.GrantStore.Stored;
import dev.parley.simulation.Table;
import dev.parley.simulation.World;

/** The tables of pools and grants in a simulated database. */
final class GrantTables {

    final Table<String, Stored> grants = new Table<>("grant");
    final Table<String, PoolUsage> pools = new Table<>("pool");
    UptimeWindow presence = new UptimeWindow(World.BEGIN, World.BEGIN);
}
