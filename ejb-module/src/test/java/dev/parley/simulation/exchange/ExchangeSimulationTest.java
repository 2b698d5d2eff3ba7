package dev.parley.simulation.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.config.Delivery;
import dev.parley.engine.run.Defect;
import dev.parley.simulation.Exploration;
import dev.parley.simulation.Simulation;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plays exchanges in worlds in which everything goes wrong that may; see the documentation of
 * {@code dev.parley.simulation}.
 */
class ExchangeSimulationTest {

    private static final int FIXED = 3000;
    private static final int ENOUGH = 10_000;

    private static Simulation simulation(Defect defect, Delivery delivery) {
        return new Simulation(world -> new ExchangeScenario(world, defect, delivery));
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsPromisesInTheSameSchedulesAsEver(Delivery delivery) {
        expectNothing(simulation(Defect.NONE, delivery).exploreFixed(FIXED));
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsPromisesInNewSchedules(Delivery delivery) {
        long seconds = Long.getLong("parley.simulation.seconds", 8);
        long first = Math.abs(System.nanoTime() * 1_000_003);
        Exploration exploration = simulation(Defect.NONE, delivery).explore(first, Duration.ofSeconds(seconds));
        System.out.printf(
                "%s: played %d schedules from seed %d on, %d per second of processor time%n",
                delivery, exploration.schedules(), first, exploration.speed());
        expectNothing(exploration);
    }

    private static void expectNothing(Exploration exploration) {
        assertThat(exploration.failure()).map(Object::toString).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Defect.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "TURNS_NOT_LOCKED", "TURNS_NOT_STORED"})
    void noticesEveryDefect(Defect defect) {
        Delivery delivery = defect == Defect.OUTBOX_EMPTIED_FIRST ? Delivery.OUTBOX : Delivery.XA;
        Exploration exploration = simulation(defect, delivery).explore(first(defect), ENOUGH);
        System.out.printf(
                "%s is noticed in schedule %d: %s%n",
                defect,
                exploration.schedules(),
                exploration.failure().map(f -> f.violations().get(0)).orElse(null));
        assertThat(exploration.failure()).as(defect.toString()).isPresent();
    }

    /** A rare one is looked for from shortly before where it was found; should that move, from there on. */
    private static long first(Defect defect) {
        return switch (defect) {
            case DEADLINES_IGNORED -> 770;
            case VERSIONS_IGNORED -> 600;
            default -> 0;
        };
    }
}
