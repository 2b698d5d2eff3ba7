package dev.parley.process.engine;

import dev.parley.conversation.Provision;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.message.InvalidBody;
import dev.parley.message.JsonText;
import dev.parley.process.KnownProcess;
import org.jspecify.annotations.Nullable;

/**
 * A process, as the directory has it: a request to it begins an instance.
 *
 * @param process its current version
 */
record ProcessResolution(KnownProcess process) implements OperationResolution {

    private record Unread() implements ServedOperation.Request {}

    @Override
    public String name() {
        return process.definition().name();
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
        InvalidBody.refuseIfAny(process.violations(JsonText.parseExactly(body)), "what process '" + name() + "' takes");
        return new Unread();
    }
}
