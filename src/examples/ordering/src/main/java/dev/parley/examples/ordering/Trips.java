package dev.parley.examples.ordering;

import dev.parley.CompensatedBy;
import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;

/**
 * Trips: a hotel, a flight and a car, each of which can be undone. No car goes to {@code Atlantis}, and a flight of the
 * fare {@code basic} is not taken back.
 */
@ApplicationScoped
class Trips {

    private static final String OUT_OF_REACH = "Atlantis";
    private static final String NOT_TAKEN_BACK = "basic";

    @Inject
    Effects effects;

    /** A room, and for how many nights. */
    public record BookHotel(
            @NotBlank @Size(max = 100) String traveller,
            @NotBlank @Size(max = 100) String city,
            @Positive int nights) {}

    /** A room that was booked. */
    public record HotelBooking(String bookingId, String city, int nights) {}

    /** A seat, and on what terms. */
    public record BookFlight(
            @NotBlank @Size(max = 100) String traveller,
            @NotBlank @Size(max = 100) String to,
            @Pattern(regexp = "basic|flex", message = "must be basic or flex") String fare) {}

    /** A seat that was booked. */
    public record FlightBooking(String bookingId, String to, String fare) {}

    /** A car, and where. */
    public record RentCar(@NotBlank @Size(max = 100) String traveller, @NotBlank @Size(max = 100) String city) {}

    /** A car that was rented. */
    public record CarRental(String rentalId, String city) {}

    /** What a traveller has instead of a flight. */
    public record Voucher(String voucherId, String flight) {}

    @Operation("book-hotel")
    @CompensatedBy("cancel-hotel")
    HotelBooking hotel(BookHotel request, Exchange exchange) throws SQLException {
        String id = effects.add(exchange, request.nights() + " nights in " + request.city());
        return new HotelBooking(id, request.city(), request.nights());
    }

    @Operation("cancel-hotel")
    void cancel(HotelBooking booking, Exchange exchange) throws SQLException {
        effects.add(exchange, "cancellation of " + booking.bookingId());
    }

    @Operation("book-flight")
    @CompensatedBy("cancel-flight")
    FlightBooking flight(BookFlight request, Exchange exchange) throws SQLException {
        return new FlightBooking(effects.add(exchange, "to " + request.to()), request.to(), request.fare());
    }

    /** Says no for what is not taken back: then a person has to think of something. */
    @Operation("cancel-flight")
    void cancel(FlightBooking booking, Exchange exchange) throws Fault, SQLException {
        if (booking.fare().equals(NOT_TAKEN_BACK)) {
            throw new Fault("not-refundable", "A basic fare is not taken back; a voucher is all there is.");
        }
        effects.add(exchange, "cancellation of " + booking.bookingId());
    }

    @Operation("give-voucher")
    Voucher voucher(FlightBooking booking, Exchange exchange) throws SQLException {
        return new Voucher(effects.add(exchange, "voucher for " + booking.bookingId()), booking.bookingId());
    }

    @Operation("rent-car")
    @CompensatedBy("return-car")
    CarRental car(RentCar request, Exchange exchange) throws Fault, SQLException {
        if (request.city().equals(OUT_OF_REACH)) {
            throw new Fault("no-car-left", "There are no cars in " + request.city() + ".");
        }
        return new CarRental(effects.add(exchange, "in " + request.city()), request.city());
    }

    @Operation("return-car")
    void giveBack(CarRental rental, Exchange exchange) throws SQLException {
        effects.add(exchange, "return of " + rental.rentalId());
    }
}
