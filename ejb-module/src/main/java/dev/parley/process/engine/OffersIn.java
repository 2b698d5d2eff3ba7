package dev.parley.process.engine;

import dev.parley.directory.Directory;
import dev.parley.directory.OperationResolution;
import dev.parley.process.definition.Offer;
import dev.parley.process.definition.Offers;
import org.jspecify.annotations.Nullable;

/**
 * The operations that a directory has, as processes need to know them.
 *
 * @param directory has them
 */
public record OffersIn(Directory directory) implements Offers {

    @Override
    public @Nullable Offer of(String operation) {
        OperationResolution found = directory.find(operation).orElse(null);
        if (found instanceof ProcessResolution resolution) {
            return new ProcessOffer(resolution.process(), directory);
        }
        return found == null ? null : new OperationOffer(found);
    }
}
