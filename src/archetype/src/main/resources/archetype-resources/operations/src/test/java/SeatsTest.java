package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ${package}.Seats.Reservation;
import ${package}.Seats.ReserveSeats;
import dev.parley.Exchange;
import dev.parley.Fault;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private final Seats seats = new Seats();
    private final SmallTheatre theatre = new SmallTheatre();

    @BeforeEach
    void open() {
        seats.theatre = theatre;
    }

    @Test
    void areReserved() throws Fault, SQLException {
        Reservation reservation = seats.reserve(new ReserveSeats("Hamlet", 2), Exchange.forTest());

        assertEquals(2, reservation.seats());
        assertEquals(List.of(reservation), theatre.kept);
    }

    @Test
    void areSoldOut() throws Fault, SQLException {
        seats.reserve(new ReserveSeats("Hamlet", 2), Exchange.forTest());

        Fault fault = assertThrows(
                Fault.class, () -> seats.reserve(new ReserveSeats("Hamlet", 2), Exchange.forTest()));

        assertEquals("sold-out", fault.name());
        assertEquals(1, theatre.kept.size());
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
