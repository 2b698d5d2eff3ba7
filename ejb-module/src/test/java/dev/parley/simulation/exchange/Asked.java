package dev.parley.simulation.exchange;

import dev.parley.conversation.MessageExchangePattern;
import dev.parley.message.Address;
import dev.parley.simulation.Parcel;

/**
 * A request that a requester makes, as often as it sends it.
 *
 * @param parcel the message
 * @param messageId its idempotency key
 * @param exchange which messages follow
 * @param acknowledge whether it wants an acknowledgment
 */
record Asked(Parcel parcel, String messageId, MessageExchangePattern exchange, boolean acknowledge) {

    Address replyTo() {
        return parcel.replyTo();
    }

    String sender() {
        return replyTo() == null ? "anonymous" : replyTo().toString();
    }

    boolean isAnswered(Parcel answer) {
        return parcel.correlationId().equals(answer.correlationId());
    }
}
