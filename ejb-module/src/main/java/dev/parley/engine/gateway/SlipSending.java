package dev.parley.engine.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The sending of slips on their way by code in the EAR. */
public interface SlipSending {

    /**
     * Sends a slip on its way if the current transaction commits, or in one of its own if there is none.
     *
     * @param sender who orders, whose ids these are
     * @param messageId the idempotency key
     * @param correlationId what all messages about it carry
     * @param deadline how long it may take, if the order does not say; null for what is configured
     * @param hops how many operations called each other until then
     * @param order JSON text
     * @return the id of the slip
     * @throws dev.parley.message.Refusal if it is refused; nothing is sent then
     */
    String send(
            String sender, String messageId, String correlationId, @Nullable Duration deadline, int hops, String order);
}
