package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import ${package}.Seats.Reservation;
import ${package}.Seats.ReserveSeats;
import dev.parley.testing.OperationsUnderTest;
import dev.parley.testing.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operation, called as Parley calls it: through JSON, with its constraints. */
class SeatsTest {

    private final Seats seats = new Seats();
    private final SmallTheatre theatre = new SmallTheatre();
    private final OperationsUnderTest operations = OperationsUnderTest.of(seats);

    @BeforeEach
    void open() {
        seats.theatre = theatre;
    }

    @Test
    void areReserved() {
        Outcome outcome = operations.ask("reserve-seats", new ReserveSeats("Hamlet", 2));

        assertEquals(2, outcome.reply(Reservation.class).seats());
        assertEquals(1, theatre.kept.size());
    }

    @Test
    void areSoldOut() {
        operations.ask("reserve-seats", new ReserveSeats("Hamlet", 2));

        Outcome outcome = operations.ask("reserve-seats", new ReserveSeats("Hamlet", 2));

        assertEquals("sold-out", outcome.fault());
        assertEquals(1, theatre.kept.size());
    }

    @Test
    void areNotReservedForNobody() {
        assertEquals("body-invalid", operations.ask("reserve-seats", "{\"play\": \"Hamlet\", \"seats\": 0}").fault());
    }

    /** A theatre with three seats, and no tables. */
    private static final class SmallTheatre extends Theatre {

        private final List<Reservation> kept = new ArrayList<>();
        private int left = 3;

        @Override
        public boolean take(String play, int seats) {
            boolean enough = seats <= left;
            left -= enough ? seats : 0;
            return enough;
        }

        @Override
        public void keep(Reservation reservation) {
            kept.add(reservation);
        }
    }
}
