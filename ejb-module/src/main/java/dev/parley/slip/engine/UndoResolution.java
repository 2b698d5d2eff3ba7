package dev.parley.slip.engine;

import dev.parley.conversation.Provision;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.slip.undo.UndoPattern;
import dev.parley.slip.undo.UndoReader;
import org.jspecify.annotations.Nullable;

/** The operation that has a slip undo what it has done, as the directory has it. */
record UndoResolution() implements OperationResolution {

    private record Unread() implements ServedOperation.Request {}

    @Override
    public String name() {
        return UndoPattern.OPERATION;
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
    public ServedOperation.Request read(String body) {
        UndoReader.slip(body);
        return new Unread();
    }
}
