package dev.parley.directory;

import org.jspecify.annotations.Nullable;

/**
 * The owners of what entries refer to as providers. A pattern that has such things, as mailboxes or pools, implements
 * it.
 */
@FunctionalInterface
public interface ProviderOwners {

    /**
     * The owner of something, as it is committed now.
     *
     * @param reference to it, such as {@code mailbox:quotes}
     * @return null if it is not there, or of another kind
     */
    @Nullable
    String owner(String reference);
}
