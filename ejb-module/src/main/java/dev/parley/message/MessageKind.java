package dev.parley.message;

/** The kind of a message: what it is for, as the property {@code Kind} says on the wire. */
public enum MessageKind {
    REQUEST("Request"),
    ACK("Ack"),
    REPLY("Reply"),
    FAULT("Fault"),
    PING("Ping"),
    NOTICE("Notice"),
    EVENT("Event");

    private final String label;

    MessageKind(String label) {
        this.label = label;
    }

    /** The name on the wire. */
    public String label() {
        return label;
    }
}
