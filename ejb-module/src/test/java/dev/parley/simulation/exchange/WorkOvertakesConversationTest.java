package dev.parley.simulation.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.config.Delivery;
import dev.parley.engine.run.Defect;
import dev.parley.simulation.Simulation;
import org.junit.jupiter.api.Test;

/**
 * The broker commits before the database, so that a work message is delivered before its conversation can be read. It
 * was parked as work without a conversation then, and an acknowledged request was never done.
 */
class WorkOvertakesConversationTest {

    @Test
    void isStillDone() {
        Simulation simulation = new Simulation(world -> new ExchangeScenario(world, Defect.NONE, Delivery.XA));
        for (long seed : new long[] {39, 400_014_954}) {
            assertThat(simulation.play(seed)).isEmpty();
        }
    }
}
