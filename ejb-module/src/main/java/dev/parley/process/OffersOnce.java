package dev.parley.process;

import dev.parley.process.definition.Offer;
import dev.parley.process.definition.Offers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations that there are, each looked up once. */
final class OffersOnce implements Offers {

    private final Offers offers;
    private final Map<String, Optional<Offer>> found = new HashMap<>();

    OffersOnce(Offers offers) {
        this.offers = offers;
    }

    @Override
    public @Nullable Offer of(String operation) {
        return found.computeIfAbsent(operation, name -> Optional.ofNullable(offers.of(name)))
                .orElse(null);
    }
}
