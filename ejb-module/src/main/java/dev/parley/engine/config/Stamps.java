package dev.parley.engine.config;

import java.util.Optional;

/** The messages into which a broker elsewhere writes who has sent them, in place of what their client has put there. */
enum Stamps {
    /** None: what it says of a sender is what that has said itself. */
    NONE("false"),

    /** All but those of AMQP, into which an Artemis by itself writes nothing. */
    NOT_OF_AMQP("true"),

    /** All of them: Parley guards it, from another node. */
    ALL("parley");

    private final String text;

    Stamps(String text) {
        this.text = text;
    }

    /** The one that is configured so; empty if there is none. */
    static Optional<Stamps> parse(String text) {
        for (Stamps one : values()) {
            if (one.text.equals(text)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
