package dev.parley.slip.engine;

import dev.parley.conversation.ParleyOperations;
import dev.parley.conversation.Provision;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.slip.OrderReader;
import dev.parley.slip.undo.UndoPattern;
import org.jspecify.annotations.Nullable;

/**
 * The operation that sends a slip on its way, as the directory has it.
 *
 * @param orders reads what it is asked
 */
record SlipResolution(OrderReader orders) implements OperationResolution {

    private record Unread() implements ServedOperation.Request {}

    @Override
    public String name() {
        return ParleyOperations.SLIP;
    }

    @Override
    public @Nullable ServedOperation method() {
        return null;
    }

    @Override
    public @Nullable Provision provision() {
        return null;
    }

    @Override
    public boolean isAlwaysKnown() {
        return true;
    }

    @Override
    public String compensation() {
        return UndoPattern.OPERATION;
    }

    @Override
    public ServedOperation.Request read(String body) {
        orders.readAsked(body);
        return new Unread();
    }
}
