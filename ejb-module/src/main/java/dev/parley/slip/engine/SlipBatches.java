package dev.parley.slip.engine;

import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.slip.SlipLimits;
import dev.parley.slip.SlipOffers;
import dev.parley.slip.SlipPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The batches of slips, within the current transaction. */
@ApplicationScoped
class SlipBatches {

    @Inject
    Connections connections;

    @Inject
    SlipLimits limits;

    @Inject
    SlipOffers offers;

    @Inject
    SlipSeals seals;

    /** A batch that is done with that unit of work. */
    SlipBatch of(UnitOfWork unit) {
        return new SlipBatch(unit, new SlipPolicy(limits, offers), seals.texts(), this::enter);
    }

    /** The same for a caller who waits in a thread of the server's: it fails where that would take long. */
    SlipBatch ofCaller(UnitOfWork unit) {
        return new SlipBatch(unit, new SlipPolicy(limits, offers), seals.texts(), this::enterSoon);
    }

    private List<SlipInbox.Entry> enterSoon(List<SlipInbox.Row> rows) {
        return connections.here(connection -> new SlipInbox(connection).enterSoon(rows));
    }

    private List<SlipInbox.Entry> enter(List<SlipInbox.Row> rows) {
        return connections.here(connection -> new SlipInbox(connection).enter(rows));
    }
}
