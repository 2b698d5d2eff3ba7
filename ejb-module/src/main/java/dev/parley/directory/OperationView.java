package dev.parley.directory;

import dev.parley.conversation.Provider;
import dev.parley.definition.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation to be shown; at least one of entry and method is there.
 *
 * @param name its name
 * @param entry what was entered; null if nothing was
 * @param method the method in the EAR of that name; null if there is none
 * @param providers the providers of the entry, or those registered with its pool, with those that are passed over now
 */
public record OperationView(
        String name, @Nullable Entry<Definition> entry, @Nullable ServedOperation method, List<Provider> providers) {

    public OperationView {
        providers = List.copyOf(providers);
    }
}
