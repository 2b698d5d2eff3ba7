package dev.parley.examples.ordering;

import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import dev.parley.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Bargains in turns: comes down to the middle each time, takes what is near enough, and has enough of offers below
 * half.
 */
@ApplicationScoped
class Bargains {

    private static final BigDecimal FIRST_PRICE = BigDecimal.valueOf(100);
    private static final BigDecimal LOWEST = BigDecimal.valueOf(50);
    private static final BigDecimal NEAR = BigDecimal.valueOf(5);

    @Inject
    Effects effects;

    /** What the customer would pay. */
    public record Offer(@NotBlank @Size(max = 100) String item, @NotNull @Positive BigDecimal price) {}

    /** What the shop would take; agreed if that is the end of it. */
    public record CounterOffer(String item, BigDecimal price, int offers, boolean agreed) {}

    /** What the shop remembers. */
    public record Bargain(BigDecimal price, int offers) {}

    @Operation(value = "bargain", turnTimeout = "PT10M")
    Turn<CounterOffer, Bargain> bargain(Offer offer, @Nullable Bargain before, Exchange exchange)
            throws Fault, SQLException {
        return answer(offer, before, exchange);
    }

    /** The same for somebody in a hurry: the next offer has to come within three seconds. */
    @Operation(value = "bargain-quickly", turnTimeout = "PT3S")
    Turn<CounterOffer, Bargain> bargainQuickly(Offer offer, @Nullable Bargain before, Exchange exchange)
            throws Fault, SQLException {
        return answer(offer, before, exchange);
    }

    private Turn<CounterOffer, Bargain> answer(Offer offer, @Nullable Bargain before, Exchange exchange)
            throws Fault, SQLException {
        Bargain now = before == null ? new Bargain(FIRST_PRICE, 0) : before;
        int offers = now.offers() + 1;
        effects.add(exchange, "offer " + offers + ": " + offer.price());
        if (offer.price().compareTo(LOWEST) < 0) {
            throw new Fault("offer-too-low", "That is an insult; there is no deal.");
        }
        if (now.price().subtract(offer.price()).compareTo(NEAR) <= 0) {
            return Turn.last(new CounterOffer(offer.item(), offer.price(), offers, true));
        }
        BigDecimal middle = now.price().add(offer.price()).divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP);
        return Turn.next(new CounterOffer(offer.item(), middle, offers, false), new Bargain(middle, offers));
    }
}
