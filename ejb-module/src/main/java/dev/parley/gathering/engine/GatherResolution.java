package dev.parley.gathering.engine;

import dev.parley.conversation.ParleyOperations;
import dev.parley.conversation.Provision;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.gathering.GatherCheck;
import org.jspecify.annotations.Nullable;

/** The operation that asks many, as the directory has it. */
record GatherResolution() implements OperationResolution {

    private record Unread() implements ServedOperation.Request {}

    @Override
    public String name() {
        return ParleyOperations.GATHER;
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
    public ServedOperation.Request read(String body) {
        GatherCheck.check(body);
        return new Unread();
    }
}
