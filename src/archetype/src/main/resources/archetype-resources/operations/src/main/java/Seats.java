package ${package};

import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.sql.SQLException;

/** Seats of a theatre. */
@ApplicationScoped
public class Seats {

    @Inject
    Theatre theatre;

    /** What is asked for; a request that is not so is refused before anything is stored. */
    public record ReserveSeats(@NotBlank String play, @Positive int seats) {}

    /** What is answered. */
    public record Reservation(String reservationId, String play, int seats) {}

    /** Takes effect once for each request, however often it is sent: its rows and its answer are one transaction. */
    @Operation("reserve-seats")
    public Reservation reserve(ReserveSeats request, Exchange exchange) throws Fault, SQLException {
        if (!theatre.take(request.play(), request.seats())) {
            throw new Fault("sold-out", "There are not " + request.seats() + " seats left for " + request.play() + ".");
        }
        Reservation reservation = new Reservation(exchange.conversationId(), request.play(), request.seats());
        theatre.keep(reservation);
        return reservation;
    }
}
