package dev.parley.examples.ordering;

import dev.parley.CompensatedBy;
import dev.parley.Exchange;
import dev.parley.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Takes orders, and tells what all operations did. */
@ApplicationScoped
class Orders {

    @Inject
    Effects effects;

    /** An order; the price is the customer's own idea, if any. */
    public record PlaceOrder(
            @NotBlank @Size(max = 100) String customer,
            @NotBlank @Size(max = 100) String item,
            @Positive int quantity,
            @Positive @Nullable BigDecimal price) {}

    /** The order that was placed. */
    public record PlacedOrder(
            String orderId, String status, String customer, String item, int quantity, @Nullable BigDecimal price) {}

    /** An order that was taken back. */
    public record CancelledOrder(String orderId, String status) {}

    /** Which effects to count: of one message or operation, or of all. */
    public record CountEffects(@Nullable String messageId, @Nullable String operation) {}

    /** How many effects there are. */
    public record EffectCount(long count, @Nullable String messageId, @Nullable String operation) {}

    @Operation("place-order")
    @CompensatedBy("cancel-order")
    PlacedOrder place(PlaceOrder order, Exchange exchange) throws SQLException {
        String id = effects.add(exchange, order.quantity() + " x " + order.item() + " for " + order.customer());
        return new PlacedOrder(id, "PLACED", order.customer(), order.item(), order.quantity(), order.price());
    }

    @Operation("cancel-order")
    CancelledOrder cancel(PlacedOrder order, Exchange exchange) throws SQLException {
        effects.add(exchange, "cancellation of " + order.orderId());
        return new CancelledOrder(order.orderId(), "CANCELLED");
    }

    @Operation("count-effects")
    EffectCount count(CountEffects wanted) throws SQLException {
        return new EffectCount(
                effects.count(wanted.messageId(), wanted.operation()), wanted.messageId(), wanted.operation());
    }
}
