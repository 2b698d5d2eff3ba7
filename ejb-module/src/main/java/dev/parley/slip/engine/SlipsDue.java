package dev.parley.slip.engine;

import dev.parley.engine.commit.Due;
import dev.parley.engine.jdbc.Connections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Removes what was received of slips when nobody sends it again. */
@ApplicationScoped
class SlipsDue implements Due {

    private static final int MOST = 1000;

    /** They are removed together: nobody waits for it. */
    private static final Duration LATE = Duration.ofMinutes(10);

    @Inject
    Connections connections;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "slips";
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public int sweep(int most) {
        Instant now = clock.instant();
        return connections.inNew(connection -> new SlipInbox(connection).removeEnded(now, most));
    }

    /** What cannot be removed now is no harm to the others. */
    @Override
    public void putOffFirst() {}

    @Override
    public Optional<Instant> next() {
        return connections.inNew(connection -> new SlipInbox(connection).next()).map(at -> at.plus(LATE));
    }
}
