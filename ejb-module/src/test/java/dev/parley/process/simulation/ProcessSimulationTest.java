package dev.parley.process.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.simulation.Exploration;
import dev.parley.simulation.Simulation;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plays processes that nobody would write, in worlds in which everything goes wrong that may. */
class ProcessSimulationTest {

    private static final int FIXED = 3000;
    private static final int ENOUGH = 10_000;

    private static Simulation simulation(ProcessDefect defect) {
        return new Simulation(world -> new ProcessScenario(world, defect));
    }

    @Test
    void keepsItsPromisesInTheSameSchedulesAsEver() {
        Optional<Long> seed = Optional.ofNullable(Long.getLong("parley.simulation.seed"));
        Simulation simulation = simulation(ProcessDefect.NONE);
        expectNothing(seed.map(s -> simulation.explore(s, 1)).orElseGet(() -> simulation.explore(0, FIXED)));
    }

    @Test
    void keepsItsPromisesInNewSchedules() {
        long seconds = Long.getLong("parley.simulation.seconds", 8) / 2;
        long first = Math.abs(System.nanoTime() * 1_000_003);
        Exploration exploration = simulation(ProcessDefect.NONE).explore(first, Duration.ofSeconds(seconds));
        System.out.printf(
                "played %d schedules of processes from seed %d on, %d per second of processor time%n",
                exploration.schedules(), first, exploration.speed());
        expectNothing(exploration);
    }

    private static void expectNothing(Exploration exploration) {
        assertThat(exploration.failure()).map(Object::toString).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ProcessDefect.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "CHAIN_WITHOUT_NOTES"})
    void noticesDefects(ProcessDefect defect) {
        Exploration exploration = simulation(defect).explore(0, ENOUGH);
        System.out.printf(
                "%s is noticed in schedule %d: %s%n",
                defect,
                exploration.schedules(),
                exploration.failure().map(f -> f.violations().get(0)).orElse(null));
        assertThat(exploration.failure()).as(defect.toString()).isPresent();
    }
}
