package dev.parley.renewal.engine;

import dev.parley.renewal.GrantStore.Standing;
import dev.parley.renewal.GrantStore.Stored;
import dev.parley.simulation.Table;
import dev.parley.simulation.World;

/** The tables of pools and grants in a simulated database. */
final class GrantTables {

    final Table<String, Stored> grants = new Table<>("grant");
    final Table<String, Standing> pools = new Table<>("pool");
    Presence presence = new Presence(World.BEGIN, World.BEGIN);
}
