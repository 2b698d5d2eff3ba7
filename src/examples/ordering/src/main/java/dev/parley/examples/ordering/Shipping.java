package dev.parley.examples.ordering;

import dev.parley.CompensatedBy;
import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ships, slowly and with a printer that jams; no courier goes to {@code Atlantis}. */
@ApplicationScoped
class Shipping {

    private static final int USUAL_SECONDS = 2;
    private static final String OUT_OF_REACH = "Atlantis";

    @Inject
    Effects effects;

    @Inject
    LabelAttempts attempts;

    /** Where a courier takes an order, and how many seconds booking one takes. */
    public record BookCourier(
            @NotBlank @Size(max = 100) String orderId,
            @NotBlank @Size(max = 200) String address,
            @Min(0) @Max(30) @Nullable Integer seconds) {}

    /** A courier that was booked. */
    public record Booking(String bookingId, String orderId) {}

    /** The order that a label is for, and how often the printer jams before it prints; 100 is for ever. */
    public record PrintLabel(@NotBlank @Size(max = 100) String orderId, @Min(0) @Max(100) int failures) {}

    /** A label that was printed. */
    public record Label(String labelId, String orderId, long attempts) {}

    @Operation(value = "book-courier", isolated = true)
    @CompensatedBy("cancel-courier")
    Booking book(BookCourier request, Exchange exchange) throws Fault, SQLException, InterruptedException {
        TimeUnit.SECONDS.sleep(request.seconds() == null ? USUAL_SECONDS : request.seconds());
        if (request.address().endsWith(OUT_OF_REACH)) {
            throw new Fault("address-out-of-reach", "No courier goes to " + OUT_OF_REACH + ".");
        }
        return new Booking(effects.add(exchange, "to " + request.address()), request.orderId());
    }

    @Operation(value = "cancel-courier", isolated = true)
    void cancel(Booking booking, Exchange exchange) throws SQLException {
        effects.add(exchange, "cancellation of " + booking.bookingId());
    }

    @Operation("print-label")
    Label print(PrintLabel request, Exchange exchange) throws SQLException {
        long attempt = attempts.next(exchange.messageId());
        if (request.failures() >= 100 || attempt <= request.failures()) {
            throw new IllegalStateException("The printer jammed at attempt " + attempt);
        }
        return new Label(effects.add(exchange, "attempt " + attempt), request.orderId(), attempt);
    }
}
