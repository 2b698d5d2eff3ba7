package dev.parley.slip.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.config.Delivery;
import dev.parley.simulation.Exploration;
import dev.parley.simulation.Simulation;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plays slips in worlds in which everything goes wrong that may. */
class SlipSimulationTest {

    private static final int FIXED = 500;
    private static final int ENOUGH = 10_000;

    private static Simulation simulation(SlipDefect defect, Delivery delivery) {
        return new Simulation(world -> new SlipScenario(world, defect, delivery));
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsPromisesInTheSameSchedulesAsEver(Delivery delivery) {
        expectNothing(simulation(SlipDefect.NONE, delivery).exploreFixed(FIXED));
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsPromisesInNewSchedules(Delivery delivery) {
        long seconds = Long.getLong("parley.simulation.seconds", 6) / 2;
        long first = Math.abs(System.nanoTime() * 1_000_003);
        Exploration exploration = simulation(SlipDefect.NONE, delivery).explore(first, Duration.ofSeconds(seconds));
        System.out.printf(
                "%s: played %d schedules of slips from seed %d on, %d per second of processor time%n",
                delivery, exploration.schedules(), first, exploration.speed());
        expectNothing(exploration);
    }

    private static void expectNothing(Exploration exploration) {
        assertThat(exploration.failure()).map(Object::toString).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = SlipDefect.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void noticesDefects(SlipDefect defect) {
        Exploration exploration = simulation(defect, Delivery.XA).explore(0, ENOUGH);
        System.out.printf(
                "%s is noticed in schedule %d: %s%n",
                defect,
                exploration.schedules(),
                exploration.failure().map(f -> f.violations().get(0)).orElse(null));
        assertThat(exploration.failure()).as(defect.toString()).isPresent();
    }
}
