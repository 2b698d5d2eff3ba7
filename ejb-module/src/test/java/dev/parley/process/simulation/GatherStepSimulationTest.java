package dev.parley.process.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.simulation.Exploration;
import dev.parley.simulation.Simulation;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plays processes that gather and publish, and the gatherings that they ask for. */
class GatherStepSimulationTest {

    private static final int FIXED = 1000;

    private static Simulation simulation(GatherDefect defect) {
        return new Simulation(world -> new GatherStepScenario(world, defect, seen -> {}));
    }

    private static void expectNothing(Exploration exploration) {
        assertThat(exploration.failure()).map(Object::toString).isEmpty();
    }

    @Test
    void keepsItsPromisesInTheSameSchedulesAsEver() {
        expectNothing(simulation(GatherDefect.NONE).exploreFixed(FIXED));
    }

    /** What never happens in them, they say nothing of. */
    @Test
    void comesEverywhere() {
        Set<String> seen = new TreeSet<>();
        expectNothing(new Simulation(world -> new GatherStepScenario(world, GatherDefect.NONE, seen::add))
                .explore(0, FIXED / 3));
        assertThat(seen)
                .contains("process SUCCEEDED", "process COMPENSATED", "process CANCELLED", "process FAULTED")
                .contains("gathering SUCCEEDED", "gathering FAULTED", "gathering CANCELLED")
                .contains("undone", "withdrawn", "untaken", "published");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void noticesDefects(GatherDefect defect) {
        assertThat(simulation(defect).explore(0, FIXED).failure())
                .as(defect.toString())
                .isPresent();
    }
}
