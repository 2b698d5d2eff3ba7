package dev.parley.directory;

import dev.parley.conversation.Provision;
import org.jspecify.annotations.Nullable;

/**
 * A method in the EAR that nobody has made an entry for.
 *
 * @param method what serves the operation
 */
public record MethodResolution(ServedOperation method) implements OperationResolution {

    @Override
    public String name() {
        return method.name();
    }

    @Override
    public @Nullable Provision provision() {
        return null;
    }

    @Override
    public ServedOperation.Request read(String body) {
        return method.read(body);
    }
}
