package dev.parley.directory;

import dev.parley.conversation.Address;
import dev.parley.conversation.Provision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A directory that knows the methods in the EAR. */
@ApplicationScoped
class MethodDirectory implements Directory {

    @Inject
    Operations operations;

    @Override
    public Map<String, Listing> find(Collection<String> names) {
        Map<String, Listing> found = new HashMap<>();
        for (String name : names) {
            operations.find(name).ifPresent(o -> found.put(name, new MethodListing(o)));
        }
        return found;
    }

    @Override
    public void passOver(Set<Address> providers, Instant until) {}

    private record MethodListing(ServedOperation method) implements Listing {

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
}
