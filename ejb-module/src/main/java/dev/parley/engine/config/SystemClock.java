package dev.parley.engine.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/**
 * The clock of this node. Nobody else asks the system what time it is: whoever wants to know has this clock injected,
 * and a test sets another one.
 */
@ApplicationScoped
class SystemClock {

    @Produces
    @Dependent
    Clock clock() {
        return Clock.systemUTC();
    }
}
