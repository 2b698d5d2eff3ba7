package dev.parley.gathering;

import dev.parley.message.Refusal;

/** The check of orders to ask many, before anything is stored. */
public final class GatherCheck {

    private GatherCheck() {}

    /**
     * Checks an order.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static void check(String text) {
        GatherReader.read(text);
    }
}
