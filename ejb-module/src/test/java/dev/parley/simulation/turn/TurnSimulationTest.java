package dev.parley.simulation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.config.Delivery;
import dev.parley.engine.run.Defect;
import dev.parley.simulation.Exploration;
import dev.parley.simulation.Simulation;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plays conversations in turns; see the documentation of {@code dev.parley.simulation}. */
class TurnSimulationTest {

    private static final int FIXED = 1000;
    private static final int ENOUGH = 20_000;

    private static Simulation simulation(Defect defect, Delivery delivery) {
        return new Simulation(world -> new TurnScenario(world, defect, delivery));
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsPromisesInTheSameSchedulesAsEver(Delivery delivery) {
        expectNothing(simulation(Defect.NONE, delivery).exploreFixed(FIXED));
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsPromisesInNewSchedules(Delivery delivery) {
        long seconds = Long.getLong("parley.simulation.seconds", 5);
        long first = Math.abs(System.nanoTime() * 1_000_003);
        Exploration exploration = simulation(Defect.NONE, delivery).explore(first, Duration.ofSeconds(seconds));
        System.out.printf(
                "Played %d schedules in turns from seed %d on, %d per second of processor time%n",
                exploration.schedules(), first, exploration.speed());
        expectNothing(exploration);
    }

    private static void expectNothing(Exploration exploration) {
        assertThat(exploration.failure()).map(Object::toString).isEmpty();
    }

    /**
     * Without inbox or versions a turn is still taken once: its number and the lock on its conversation see to that.
     */
    @ParameterizedTest
    @EnumSource(
            value = Defect.class,
            names = {"REPLY_BEFORE_COMMIT", "TURNS_NOT_LOCKED", "TURNS_NOT_STORED", "DEADLINES_IGNORED"})
    void noticesDefects(Defect defect) {
        Exploration exploration = simulation(defect, Delivery.XA).explore(first(defect), ENOUGH);
        System.out.printf(
                "%s is noticed in turns in schedule %d: %s%n",
                defect,
                exploration.schedules(),
                exploration.failure().map(f -> f.violations().get(0)).orElse(null));
        assertThat(exploration.failure()).as(defect.toString()).isPresent();
    }

    /** A rare one is looked for from shortly before where it was found; should that move, from there on. */
    private static long first(Defect defect) {
        return defect == Defect.REPLY_BEFORE_COMMIT ? 900 : 0;
    }
}
