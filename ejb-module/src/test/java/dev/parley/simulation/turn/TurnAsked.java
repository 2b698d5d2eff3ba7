package dev.parley.simulation.turn;

import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.simulation.Parcel;

/**
 * A turn that somebody takes, as often as it is sent.
 *
 * @param parcel the message
 * @param turn which turn
 */
record TurnAsked(Parcel parcel, int turn) {

    String messageId() {
        return parcel.property(Headers.MESSAGE_ID);
    }

    boolean isAnsweredFinally(Parcel answer) {
        return parcel.correlationId().equals(answer.correlationId())
                && !MessageKind.ACK.label().equals(answer.property(Headers.KIND));
    }
}
