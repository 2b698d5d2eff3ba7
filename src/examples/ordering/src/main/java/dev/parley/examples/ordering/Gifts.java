package dev.parley.examples.ordering;

import dev.parley.CompensatedBy;
import dev.parley.Exchange;
import dev.parley.Operation;
import dev.parley.Process;
import dev.parley.Steps;
import dev.parley.Undo;
import dev.parley.examples.ordering.Payments.Payment;
import dev.parley.examples.ordering.Payments.TakePayment;
import dev.parley.examples.ordering.Shipping.Label;
import dev.parley.examples.ordering.Shipping.PrintLabel;
import dev.parley.examples.ordering.Stock.Reservation;
import dev.parley.examples.ordering.Stock.ReserveStock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Gifts: a process that is defined in code, of operations that are served elsewhere in this sample and here. */
@ApplicationScoped
class Gifts {

    private static final BigDecimal DEAR = new BigDecimal("100");

    @Inject
    Effects effects;

    /** What to send, and what to write on it. */
    public record SendGift(
            @NotBlank @Size(max = 100) String item,
            @NotNull @Positive BigDecimal price,
            @NotNull String card,
            @Size(max = 100) String greeting) {}

    /** A gift on its way. */
    public record Gift(String reservation, String payment, String paper) {}

    /** What to wrap. */
    public record WrapGift(@NotBlank String item, String greeting) {}

    /** What was wrapped, and in what. */
    public record Wrapping(String wrappingId, String paper) {}

    @Process(value = "send-gift", deadline = "PT1H")
    Steps sendGift(Steps.Of<SendGift> gift) {
        var stock = gift.step("stock", "reserve-stock", Reservation.class)
                .input(o -> new ReserveStock(o.request().item(), 1));
        var wrap = gift.step("wrap", "wrap-gift", Wrapping.class)
                .input(o -> new WrapGift(o.request().item(), o.request().greeting()));
        var pay = gift.step("pay", "take-payment", Payment.class)
                .input(o -> new TakePayment(
                        o.reply(stock).reservationId(),
                        o.request().price(),
                        o.request().card()));
        var ask = gift.await("ask", "approved", Duration.ofDays(2));
        return gift.parallel("prepare", List.of(gift.then(stock).then(pay), gift.then(wrap)))
                .choose("dear", o -> o.request().price().compareTo(DEAR) > 0, ask, gift)
                .pivot(
                        "label",
                        "print-label",
                        Label.class,
                        o -> new PrintLabel(o.reply(stock).reservationId(), 0))
                .reply(o -> new Gift(
                        o.reply(stock).reservationId(),
                        o.reply(pay).paymentId(),
                        o.reply(wrap).paper()));
    }

    @Operation("wrap-gift")
    @CompensatedBy("unwrap-gift")
    Wrapping wrap(WrapGift request, Exchange exchange) throws SQLException {
        return new Wrapping(effects.add(exchange, request.item()), "blue");
    }

    /** It knows what was asked for, and would know if nobody knew whether that was done. */
    @Operation("unwrap-gift")
    void unwrap(Undo<WrapGift, Wrapping> undo, Exchange exchange) throws SQLException {
        WrapGift wrapped = undo.request();
        effects.add(exchange, undo.outcome() + ": " + (wrapped == null ? "" : wrapped.item()));
    }
}
