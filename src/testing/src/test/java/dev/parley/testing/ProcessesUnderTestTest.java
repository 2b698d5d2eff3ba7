package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.CompensatedBy;
import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import dev.parley.Process;
import dev.parley.Requester;
import dev.parley.Steps;
import dev.parley.Undo;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessesUnderTestTest {

    public record Trip(@NotBlank String to, int nights) {}

    public record Booking(String id) {}

    public record Booked(String flight, String room) {}

    private final Providers providers = new Providers();
    private final Bookings bookings = new Bookings(providers);
    private final ProcessesUnderTest processes =
            ProcessesUnderTest.of(new Trips(), bookings).with(providers);

    @SuppressWarnings("unused")
    private static final class Trips {

        @Process(value = "book-trip", deadline = "P2D")
        Steps bookTrip(Steps.Of<Trip> trip) {
            var flight = trip.step("flight", "book-flight", Booking.class);
            var room = trip.step("room", "book-room", Booking.class);
            return trip.then(flight)
                    .then(room)
                    .choose(
                            "long",
                            o -> o.request().nights() > 7,
                            trip.await("ask", "approved", Duration.ofHours(8)),
                            trip)
                    .then(trip.step("pay", "pay", Booking.class))
                    .reply(o -> new Booked(o.reply(flight).id(), o.reply(room).id()));
        }
    }

    @SuppressWarnings("unused")
    private static final class Bookings {

        private final Requester requester;
        private final List<String> done = new ArrayList<>();
        private int failures;

        Bookings(Requester requester) {
            this.requester = requester;
        }

        @Operation("book-flight")
        @CompensatedBy("cancel-flight")
        Booking flight(Trip trip) {
            done.add("flight to " + trip.to());
            return new Booking("f-1");
        }

        @Operation("cancel-flight")
        void noFlight(Undo<Trip, Booking> undo) {
            done.add("no flight " + undo.reply().id());
        }

        @Operation("book-room")
        @CompensatedBy("cancel-room")
        Booking room(Trip trip, Exchange exchange) throws Fault {
            if (failures-- > 0) {
                throw new IllegalStateException("the hotel is away");
            }
            if (trip.to().equals("Nowhere")) {
                throw new Fault("no-room", "There is none.");
            }
            requester.publish("rooms", trip);
            done.add("room in " + trip.to());
            return new Booking("r-" + exchange.attempt());
        }

        @Operation("cancel-room")
        void noRoom(Booking booking) {
            done.add("no room " + booking.id());
        }
    }

    private void paid() {
        providers.reply("pay", new Booking("p-1"));
    }

    @Test
    void stepsAreDoneAndTheProcessReplies() {
        paid();
        Instance trip = processes.begin("book-trip", new Trip("Rome", 2));
        assertThat(trip.status()).isEqualTo("SUCCEEDED");
        assertThat(trip.outcome().orElseThrow().reply(Booked.class)).isEqualTo(new Booked("f-1", "r-1"));
        assertThat(trip.steps())
                .containsExactly(
                        entry("flight", "SUCCEEDED"),
                        entry("room", "SUCCEEDED"),
                        entry("long", "SUCCEEDED"),
                        entry("pay", "SUCCEEDED"));
        assertThat(bookings.done).containsExactly("flight to Rome", "room in Rome");
        assertThat(providers.asked()).extracting(Asked::operation).containsExactly("rooms", "pay");
        assertThat(trip.journal())
                .filteredOn(j -> j.kind().equals("Request"))
                .extracting(Journaled::direction, Journaled::type)
                .containsExactly(
                        tuple("IN", "book-trip"),
                        tuple("OUT", "book-flight"),
                        tuple("OUT", "book-room"),
                        tuple("OUT", "pay"));
    }

    @Test
    void aFaultHasWhatWasDoneUndoneInReverse() {
        providers.fault("pay", "card-refused", "No.");
        Instance trip = processes.begin("book-trip", new Trip("Rome", 2));
        assertThat(trip.status()).isEqualTo("COMPENSATED");
        assertThat(trip.outcome()).map(Outcome::fault).contains("process-compensated");
        assertThat(trip.outcome().orElseThrow().body()).contains("urn:parley:fault:card-refused");
        assertThat(bookings.done).containsExactly("flight to Rome", "room in Rome", "no room r-1", "no flight f-1");
        assertThat(trip.steps())
                .contains(entry("flight", "COMPENSATED"), entry("room", "COMPENSATED"), entry("pay", "FAULTED"));
    }

    @Test
    void aFaultOfAMethodDoesToo() {
        paid();
        Instance trip = processes.begin("book-trip", new Trip("Nowhere", 2));
        assertThat(trip.status()).isEqualTo("COMPENSATED");
        assertThat(bookings.done).containsExactly("flight to Nowhere", "no flight f-1");
        assertThat(providers.asked()).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainWhenTimePasses() {
        paid();
        bookings.failures = 2;
        Instance trip = processes.begin("book-trip", new Trip("Rome", 2));
        assertThat(trip.status()).isEqualTo("RUNNING");
        processes.pass(Duration.ofMinutes(1));
        assertThat(trip.outcome().orElseThrow().reply(Booked.class).room()).isEqualTo("r-3");
        assertThat(providers.asked("rooms")).isEqualTo(1);
    }

    @Test
    void aProviderMayTakeItsTime() {
        providers.replyAfter("pay", Duration.ofSeconds(20), new Booking("p-1"));
        Instance trip = processes.begin("book-trip", new Trip("Rome", 2));
        assertThat(trip.steps()).containsEntry("pay", "RUNNING");
        assertThat(processes.pass(Duration.ofSeconds(19)).clock().instant()).isEqualTo("2026-01-31T12:00:19Z");
        assertThat(trip.status()).isEqualTo("RUNNING");
        processes.pass(Duration.ofSeconds(1));
        assertThat(trip.status()).isEqualTo("SUCCEEDED");
    }

    /** Nobody undoes a payment, and nobody knows whether it was made. */
    @Test
    void silenceHasItWaitForAPerson() {
        providers.staySilent("pay");
        Instance trip = processes.begin("book-trip", new Trip("Rome", 2));
        processes.pass(Duration.ofHours(1));
        assertThat(providers.asked("pay")).isEqualTo(1);
        assertThat(trip.status()).isEqualTo("STUCK");
        assertThat(trip.steps()).containsEntry("pay", "STUCK");
        assertThat(trip.outcome()).isEmpty();
    }

    @Test
    void aMessageIsAwaited() {
        paid();
        Instance trip = processes.begin("book-trip", new Trip("Rome", 9));
        assertThat(trip.steps()).containsEntry("ask", "RUNNING");
        processes.pass(Duration.ofHours(7));
        assertThat(processes.tell(trip, "approved", "{}")).map(Outcome::ending).contains(Outcome.Ending.REPLIED);
        assertThat(trip.status()).isEqualTo("SUCCEEDED");
    }

    @Test
    void aMessageThatDoesNotComeIsAFault() {
        paid();
        Instance trip = processes.begin("book-trip", new Trip("Rome", 9));
        processes.pass(Duration.ofHours(8));
        assertThat(trip.status()).isEqualTo("COMPENSATED");
        assertThat(bookings.done).endsWith("no room r-1", "no flight f-1");
    }

    @Test
    void itsRequesterCancelsIt() {
        paid();
        Instance trip = processes.begin("book-trip", new Trip("Rome", 9));
        processes.cancel(trip);
        assertThat(trip.status()).isEqualTo("CANCELLED");
        assertThat(bookings.done).endsWith("no room r-1", "no flight f-1");
    }

    @Test
    void itsDeadlinePasses() {
        paid();
        Instance trip = processes.begin("book-trip", new Trip("Rome", 9), Duration.ofHours(1));
        processes.pass(Duration.ofHours(1));
        assertThat(trip.status()).isEqualTo("EXPIRED");
        assertThat(trip.outcome()).map(Outcome::ending).isPresent();
        assertThat(bookings.done).endsWith("no room r-1", "no flight f-1");
    }

    @Test
    void requestsAreChecked() {
        paid();
        Instance trip = processes.begin("book-trip", "{\"nights\": \"two\"}");
        assertThat(trip.outcome()).map(Outcome::fault).contains("body-invalid");
        assertThatThrownBy(trip::status).hasMessageContaining("has not begun").hasMessageContaining("body-invalid");
        assertThatThrownBy(() -> processes.begin("fly", "{}"))
                .hasMessage("There is no process 'fly' among [book-trip]");
    }

    @Test
    void aProcessInJsonIsRun() {
        paid();
        ProcessesUnderTest written = ProcessesUnderTest.of(bookings)
                .with(providers)
                .define(
                        "stay",
                        """
                        {"attributes": {"to": {"$": "/request/to"}},
                         "steps": [{"name": "room", "operation": "book-room", "input": {"$": "/request"}},
                                   {"name": "rest", "wait": "PT6H"},
                                   {"name": "leave", "await": "left", "timeout": "PT2H", "key": {"to": {"$": "/message/where"}}},
                                   {"name": "pay", "operation": "pay"}],
                         "reply": {"room": {"$": "/steps/room/reply/id"}}}""");
        Instance stay = written.begin("stay", new Trip("Rome", 1));
        assertThat(written.tell("stay", "left", "{\"where\": \"Rome\"}")).isEmpty();
        written.pass(Duration.ofHours(6));
        assertThat(stay.status()).isEqualTo("SUCCEEDED");
        assertThat(stay.outcome()).map(Outcome::body).contains("{\"room\":\"r-1\"}");
        assertThat(written.tell("stay", "left", "{}")).map(Outcome::fault).contains("instance-missing");
    }

    @Test
    void whatIsWrongWithADefinitionIsSaid() {
        assertThatThrownBy(() -> processes.begin("book-trip", new Trip("Rome", 2)))
                .hasMessageContaining("'pay' is not");
        assertThatThrownBy(() -> ProcessesUnderTest.of(bookings)
                        .define("stay", "{\"steps\": [{\"name\": \"a\", \"operation\": \"fly\"}]}")
                        .begin("stay", "{}"))
                .hasMessageContaining("Process 'stay'")
                .hasMessageContaining("'fly' is not");
    }
}
