package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ${package}.Seats.Reservation;
import ${package}.Seats.ReserveSeats;
import dev.parley.Exchange;
import dev.parley.Fault;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private final Seats seats = new Seats();
    private final Exchange exchange = Exchange.forTest();

    @Test
    void areReserved() throws Fault {
        Reservation reservation = seats.reserve(new ReserveSeats("Hamlet", 2), exchange);
        assertEquals(new Reservation(exchange.conversationId(), "Hamlet", 2), reservation);
    }

    @Test
    void areNotReservedByTheDozen() {
        Fault fault = assertThrows(Fault.class, () -> seats.reserve(new ReserveSeats("Hamlet", 12), exchange));
        assertEquals("too-many-seats", fault.name());
    }
}
