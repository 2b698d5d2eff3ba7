package ${package};

import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;

/** Seats of a theatre, of which nobody gets more than six. */
@ApplicationScoped
public class Seats {

    private static final int MOST = 6;

    /** What is asked for. */
    public record ReserveSeats(@NotBlank String play, @Positive int seats) {}

    /** What is answered. */
    public record Reservation(String reservationId, String play, int seats) {}

    /** Runs once for each request, however often it is sent, in the transaction that stores the answer. */
    @Operation("reserve-seats")
    public Reservation reserve(ReserveSeats request, Exchange exchange) throws Fault {
        if (request.seats() > MOST) {
            throw new Fault("too-many-seats", "One reservation is of at most " + MOST + " seats.");
        }
        return new Reservation(exchange.conversationId(), request.play(), request.seats());
    }
}
