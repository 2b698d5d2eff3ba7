package dev.parley.simulation;

import java.time.Duration;
import java.util.List;

/** Who takes part in a world, and what must hold at its end. A scenario plays one world only. */
public interface Scenario {

    /** Plans how it begins. */
    void begin();

    /** How long it takes at most. */
    Duration length();

    /** What does not hold, after all that time. */
    List<Violation> judge();
}
