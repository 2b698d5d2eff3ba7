package dev.parley.topic.engine;

import dev.parley.conversation.ParleyOperations;
import dev.parley.conversation.Provision;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.topic.PublishOrder;
import org.jspecify.annotations.Nullable;

/** The operation that publishes, as the directory has it. */
record PublishResolution() implements OperationResolution {

    private record Unread() implements ServedOperation.Request {}

    @Override
    public String name() {
        return ParleyOperations.PUBLISH;
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
        PublishOrder.read(body);
        return new Unread();
    }
}
