package dev.parley.examples.ordering;

import dev.parley.CompensatedBy;
import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.util.Map;

/** Reserves stock; there are always ten of everything, and none of {@code unicorn}. */
@ApplicationScoped
class Stock {

    private static final int AVAILABLE = 10;
    private static final String NEVER_AVAILABLE = "unicorn";

    @Inject
    Effects effects;

    /** What to reserve. */
    public record ReserveStock(@NotBlank @Size(max = 100) String item, @Positive int quantity) {}

    /** What was reserved. */
    public record Reservation(String reservationId, String item, int quantity) {}

    @Operation("reserve-stock")
    @CompensatedBy("release-stock")
    Reservation reserve(ReserveStock request, Exchange exchange) throws Fault, SQLException {
        int available = request.item().equals(NEVER_AVAILABLE) ? 0 : AVAILABLE;
        if (request.quantity() > available) {
            throw new Fault(
                    "out-of-stock",
                    "There are " + available + " of " + request.item() + "; ask for fewer, or later.",
                    Map.of("available", available));
        }
        String id = effects.add(exchange, request.quantity() + " x " + request.item());
        return new Reservation(id, request.item(), request.quantity());
    }

    @Operation("release-stock")
    void release(Reservation reservation, Exchange exchange) throws SQLException {
        effects.add(exchange, "release of " + reservation.reservationId());
    }
}
