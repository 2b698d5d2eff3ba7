package dev.parley.relay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.simulation.Exploration;
import dev.parley.simulation.Simulation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plays mailboxes; see the documentation of {@code dev.parley.simulation}. */
class RelaySimulationTest {

    private static final int FIXED = 500;
    private static final int ENOUGH = 20_000;

    private static Simulation simulation(RelayDefect defect) {
        return new Simulation(world -> new RelayScenario(world, defect));
    }

    @Test
    void keepsItsPromisesInTheSameSchedulesAsEver() {
        expectNothing(simulation(RelayDefect.NONE).exploreFixed(FIXED));
    }

    @Test
    void keepsItsPromisesInNewSchedules() {
        long seconds = Long.getLong("parley.simulation.seconds", 5);
        long first = Math.abs(System.nanoTime() * 1_000_003);
        Exploration exploration = simulation(RelayDefect.NONE).explore(first, Duration.ofSeconds(seconds));
        System.out.printf(
                "Played %d schedules of mailboxes from seed %d on, %d per second of processor time%n",
                exploration.schedules(), first, exploration.speed());
        expectNothing(exploration);
    }

    private static void expectNothing(Exploration exploration) {
        assertThat(exploration.failure()).map(Object::toString).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = RelayDefect.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void noticesDefects(RelayDefect defect) {
        Exploration exploration = simulation(defect).explore(first(defect), ENOUGH);
        System.out.printf(
                "%s is noticed in mailboxes in schedule %d: %s%n",
                defect,
                exploration.schedules(),
                exploration.failure().map(f -> f.violations().get(0)).orElse(null));
        assertThat(exploration.failure()).as(defect.toString()).isPresent();
    }

    /** A rare one is looked for from shortly before where it was found; should that move, from there on. */
    private static long first(RelayDefect defect) {
        return defect == RelayDefect.RECEPTIONS_NOT_LOCKED ? 4_180 : 0;
    }
}
