package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import ${package}.Seats.Reservation;
import ${package}.Seats.ReserveSeats;
import dev.parley.testing.OperationsUnderTest;
import dev.parley.testing.Outcome;
import dev.parley.testing.Schedules;
import dev.parley.testing.StagedRequest;
import dev.parley.testing.TestTable;
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

    /** Messages are lost and repeated, nodes are killed, transactions meet: there are three seats all the same. */
    @Test
    void areSoldOnceWhateverGoesWrong() {
        Schedules.of(stage -> {
                    StagedTheatre theatre = new StagedTheatre(stage.table("plays"), stage.table("reservations"));
                    theatre.left.put("Hamlet", 3);
                    Seats staged = new Seats();
                    staged.theatre = theatre;
                    stage.serve(staged);
                    List<StagedRequest> requests = new ArrayList<>();
                    for (int i = 0; i < 5; i++) {
                        requests.add(stage.ask("reserve-seats", new ReserveSeats("Hamlet", 1)));
                    }
                    stage.expect("three of five have a seat", () -> {
                        assertEquals(3, requests.stream().filter(StagedRequest::isReplied).count());
                        assertEquals(3, theatre.kept.all().size());
                    });
                })
                .explore(200);
    }

    /** A theatre in the tables of a schedule. */
    private static final class StagedTheatre extends Theatre {

        private final TestTable<String, Integer> left;
        private final TestTable<String, Reservation> kept;

        StagedTheatre(TestTable<String, Integer> left, TestTable<String, Reservation> kept) {
            this.left = left;
            this.kept = kept;
        }

        @Override
        public boolean take(String play, int seats) {
            int there = left.find(play).orElse(0);
            if (there >= seats) {
                left.put(play, there - seats);
            }
            return there >= seats;
        }

        @Override
        public void keep(Reservation reservation) {
            kept.put(reservation.reservationId(), reservation);
        }
    }
}
