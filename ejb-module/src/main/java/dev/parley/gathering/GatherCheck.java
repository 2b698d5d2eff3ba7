package dev.parley.gathering;

import dev.parley.message.Refusal;
import org.jspecify.annotations.Nullable;

/** The check of orders to ask many, before anything is stored; and what was asked by one that is there. */
public final class GatherCheck {

    /**
     * What was asked.
     *
     * @param request JSON text
     * @param operation the operation whose providers were asked; null if operations were, each by its name
     */
    public record Question(String request, @Nullable String operation) {}

    private GatherCheck() {}

    /**
     * Checks an order.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static void check(String text) {
        GatherReader.read(text);
    }

    /** What an order asks that was checked. */
    public static Question question(String text) {
        GatherOrder order = GatherReader.read(text);
        String operation = order.to() instanceof Recipients.Providers providers ? providers.operation() : null;
        return new Question(order.request(), operation);
    }
}
