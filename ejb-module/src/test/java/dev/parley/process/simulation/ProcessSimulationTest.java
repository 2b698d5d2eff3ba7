package dev.parley.process.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.simulation.Exploration;
import dev.parley.simulation.Failure;
import dev.parley.simulation.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plays processes that nobody would write, in worlds in which everything goes wrong that may. */
class ProcessSimulationTest {

    private static final int FIXED = 1000;
    private static final int ENOUGH = 10_000;
    private static final Path PAGE = Path.of("..", "src", "docs", "simulation.md");

    private static Simulation simulation(ProcessDefect defect) {
        return new Simulation(world -> new ProcessScenario(world, defect, seen -> {}));
    }

    /** All of them, whatever the part of this run is: what never happens in them, they say nothing of. */
    @Test
    void keepsItsPromisesInTheSameSchedulesAsEverWhichComeEverywhere() {
        Set<String> seen = new TreeSet<>();
        Simulation simulation = new Simulation(world -> new ProcessScenario(world, ProcessDefect.NONE, seen::add));
        Long seed = Long.getLong("parley.simulation.seed");
        if (seed != null) {
            expectNothing(simulation.explore(seed, 1));
            return;
        }
        expectNothing(simulation.explore(0, FIXED));
        assertThat(seen)
                .contains("SUCCEEDED", "FAULTED", "COMPENSATED", "CANCELLED", "EXPIRED", "STUCK", "COMPENSATING")
                .contains(
                        "step IGNORED",
                        "step SKIPPED",
                        "step UNKNOWN",
                        "step COMPENSATED",
                        "step CANCELLED",
                        "step STUCK")
                .contains("step WAITING", "step FAULTED", "Repair", "UndoChild", "Bar", "AnswerMessage", "Notice");
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

    @Test
    void isTheSameChainedAndStepByStep() {
        expectNothing(chains(ProcessDefect.NONE).exploreFixed(FIXED));
        assertThat(chains(ProcessDefect.CHAIN_WITHOUT_NOTES).explore(0, ENOUGH).failure())
                .isPresent();
    }

    private static Simulation chains(ProcessDefect defect) {
        return new Simulation(world -> new ChainScenario(world, defect));
    }

    /** Each invariant has a defect of its own, and it is its own check that notices it. */
    @ParameterizedTest
    @EnumSource(ProcessInvariant.class)
    void noticesTheDefectOfEachInvariant(ProcessInvariant invariant) {
        ProcessDefect defect = invariant.defect();
        Simulation planted = defect == ProcessDefect.CHAIN_WITHOUT_NOTES ? chains(defect) : simulation(defect);

        Optional<Failure> noticed = LongStream.range(0, ENOUGH)
                .mapToObj(planted::play)
                .flatMap(Optional::stream)
                .filter(failure -> failure.violations().stream().anyMatch(invariant::isBrokenBy))
                .findFirst();

        assertThat(noticed).as(invariant + " by " + defect).isPresent();
        assertThat(noticed.orElseThrow().violations().get(0)).matches(invariant::isBrokenBy);
    }

    @Test
    void noTwoInvariantsShareADefectAndAllAreInTheTable() throws IOException {
        assertThat(ProcessInvariant.values())
                .extracting(ProcessInvariant::defect)
                .doesNotHaveDuplicates();
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| [1-9][0-9]* \\|.*"))
                .toList();

        assertThat(rows).zipSatisfy(List.of(ProcessInvariant.values()), (row, invariant) -> assertThat(row)
                .contains("| " + invariant.says() + " |", "`" + invariant.defect() + "`"));
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
        Exploration exploration = simulation(defect).explore(first(defect), ENOUGH);
        System.out.printf(
                "%s is noticed in schedule %d: %s%n",
                defect,
                exploration.schedules(),
                exploration.failure().map(f -> f.violations().get(0)).orElse(null));
        assertThat(exploration.failure()).as(defect.toString()).isPresent();
    }

    /** A rare one is looked for from shortly before where it was found; should that move, from there on. */
    private static long first(ProcessDefect defect) {
        return defect == ProcessDefect.REPLACED_BELIEVED ? 2_350 : 0;
    }
}
