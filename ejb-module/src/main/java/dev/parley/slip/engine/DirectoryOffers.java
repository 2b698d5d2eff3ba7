package dev.parley.slip.engine;

import dev.parley.directory.Directory;
import dev.parley.directory.OperationResolution;
import dev.parley.slip.SlipOffers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operations of the directory, as they are committed now. */
@Dependent
class DirectoryOffers implements SlipOffers {

    private final Directory directory;

    @Inject
    DirectoryOffers(Directory directory) {
        this.directory = directory;
    }

    @Override
    public boolean isServed(String operation) {
        return found(operation).isServed(operation);
    }

    @Override
    public boolean takesReply(String operation) {
        return found(operation).takesReply(operation);
    }

    @Override
    public boolean isAlwaysKnown(String operation) {
        return found(operation).isAlwaysKnown(operation);
    }

    @Override
    public @Nullable String compensation(String operation) {
        return found(operation).compensation(operation);
    }

    private Found found(String operation) {
        return new Found(directory.find(Set.of(operation)));
    }

    @Override
    public SlipOffers among(Collection<String> operations) {
        Map<String, OperationResolution> found = new HashMap<>(directory.find(Set.copyOf(operations)));
        Set<String> others = found.values().stream()
                .map(OperationResolution::compensation)
                .filter(undoing -> undoing != null && !operations.contains(undoing))
                .collect(Collectors.toSet());
        found.putAll(directory.find(others));
        return new Found(found);
    }

    /** Those that were looked up together: what is not there is not served. */
    private record Found(Map<String, OperationResolution> operations) implements SlipOffers {

        /** Who takes turns cannot be asked once. */
        @Override
        public boolean isServed(String operation) {
            OperationResolution found = operations.get(operation);
            return found != null && (found.method() == null || !found.method().takesTurns());
        }

        @Override
        public boolean takesReply(String operation) {
            OperationResolution found = operations.get(operation);
            return found != null && found.method() != null && !found.method().takesUndo();
        }

        @Override
        public boolean isAlwaysKnown(String operation) {
            OperationResolution found = operations.get(operation);
            return found != null && found.isAlwaysKnown();
        }

        @Override
        public @Nullable String compensation(String operation) {
            OperationResolution found = operations.get(operation);
            return found == null ? null : found.compensation();
        }
    }
}
