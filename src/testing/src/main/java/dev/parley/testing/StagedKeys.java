package dev.parley.testing;

import dev.parley.process.ProcessPattern;
import dev.parley.process.engine.KeyedInstances;
import dev.parley.process.state.ProcessState;
import dev.parley.simulation.Session;
import dev.parley.simulation.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Finds instances by their attributes in the tables of a world. */
final class StagedKeys implements KeyedInstances {

    private final StagedWorld staged;
    private final Table<String, String> held = new Table<>("process key");

    StagedKeys(StagedWorld staged) {
        this.staged = staged;
    }

    private Session database() {
        return Objects.requireNonNull(staged.transactions().peek()).database();
    }

    @Override
    public List<String> find(String process, Map<String, String> key, int most) {
        return database()
                .scan(
                        staged.tables().conversations(),
                        c -> c.pattern().equals(ProcessPattern.NAME)
                                && c.operation().equals(process)
                                && !c.status().isFinal()
                                && c.patternState() instanceof ProcessState state
                                && state.attributes().entrySet().containsAll(key.entrySet()))
                .stream()
                .map(c -> c.id())
                .limit(most)
                .toList();
    }

    @Override
    public void hold(String process, Map<String, String> key) {
        String name = process + new TreeMap<>(key);
        database().overwrite(held, name, name);
    }
}
