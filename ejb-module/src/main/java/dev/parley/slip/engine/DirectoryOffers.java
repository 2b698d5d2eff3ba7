package dev.parley.slip.engine;

import dev.parley.directory.Directory;
import dev.parley.directory.OperationResolution;
import dev.parley.slip.SlipOffers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The operations of the directory, as they are committed now. */
@Dependent
class DirectoryOffers implements SlipOffers {

    private final Directory directory;

    @Inject
    DirectoryOffers(Directory directory) {
        this.directory = directory;
    }

    /** Who takes turns cannot be asked once. */
    @Override
    public boolean isServed(String operation) {
        return directory
                .find(operation)
                .filter(found -> found.method() == null || !found.method().takesTurns())
                .isPresent();
    }

    @Override
    public boolean isMethod(String operation) {
        OperationResolution found = directory.find(operation).orElse(null);
        return found != null && found.method() != null;
    }

    @Override
    public @Nullable String compensation(String operation) {
        OperationResolution found = directory.find(operation).orElse(null);
        return found == null ? null : found.compensation();
    }
}
