package dev.parley.examples.ordering;

import dev.parley.Exchange;
import dev.parley.Operation;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;

/**
 * Records visits of pages: nobody waits for an answer, and there is none. A session bean, to show that it may be one.
 */
@Stateless
public class Visits {

    @Inject
    Effects effects;

    /** The page that was visited. */
    public record RecordVisit(@NotBlank @Size(max = 500) String page) {}

    /** Remembers the visit. */
    @Operation("record-visit")
    public void record(RecordVisit visit, Exchange exchange) throws SQLException {
        effects.add(exchange, visit.page());
    }
}
