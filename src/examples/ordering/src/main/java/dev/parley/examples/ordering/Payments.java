package dev.parley.examples.ordering;

import dev.parley.CompensatedBy;
import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.sql.SQLException;

/** Takes payments and gives them back. */
@ApplicationScoped
class Payments {

    private static final String DECLINED_CARDS = "4000";

    @Inject
    Effects effects;

    /** A payment by card; cards that begin with 4000 are declined. */
    public record TakePayment(
            @NotBlank @Size(max = 100) String orderId,
            @NotNull @Positive BigDecimal amount,
            @NotNull @Pattern(regexp = "[0-9]{12,19}", message = "must be 12 to 19 digits") String card) {}

    /** A payment that was taken. */
    public record Payment(String paymentId, String orderId, BigDecimal amount) {}

    /** A payment that was given back. */
    public record Refund(String refundId, String paymentId) {}

    @Operation("take-payment")
    @CompensatedBy("refund-payment")
    Payment take(TakePayment request, Exchange exchange) throws Fault, SQLException {
        if (request.card().startsWith(DECLINED_CARDS)) {
            throw new Fault("card-declined", "The card was declined; ask for another one.");
        }
        String id = effects.add(exchange, request.amount() + " for " + request.orderId());
        return new Payment(id, request.orderId(), request.amount());
    }

    @Operation("refund-payment")
    Refund refund(Payment payment, Exchange exchange) throws SQLException {
        return new Refund(effects.add(exchange, "refund of " + payment.paymentId()), payment.paymentId());
    }
}
