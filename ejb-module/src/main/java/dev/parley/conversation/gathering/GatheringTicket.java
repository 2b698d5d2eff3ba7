package dev.parley.conversation.gathering;

import dev.parley.message.Sha256;

/** The tickets of those who are asked by messages: who has one cannot answer for another. */
public final class GatheringTicket {

    private static final int LENGTH = 40;

    private GatheringTicket() {}

    /**
     * The ticket of one of them.
     *
     * @param secret the gathering's, unguessable
     */
    public static String of(String secret, String name) {
        return Sha256.hex(secret + "\n" + name).substring(0, LENGTH);
    }
}
