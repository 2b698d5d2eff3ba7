package dev.parley.process.engine;

import dev.parley.directory.Directory;
import dev.parley.process.definition.Offer;
import dev.parley.process.definition.Offers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The operations that are in the directory, as processes need to know them. */
@ApplicationScoped
class DirectoryOffers implements Offers {

    @Inject
    Directory directory;

    @Override
    public @Nullable Offer of(String operation) {
        return new OffersIn(directory).of(operation);
    }
}
