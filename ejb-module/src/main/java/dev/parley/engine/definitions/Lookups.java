package dev.parley.engine.definitions;

import dev.parley.directory.OperationResolution;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work has looked up in the directory: each operation once, however many of its messages ask for it. A
 * batch lasts a fraction of a second, so that what an operator enters meanwhile counts from the next one on.
 */
public final class Lookups {

    private final Map<String, Optional<OperationResolution>> known = new HashMap<>();

    private Lookups() {}

    /** Has each operation looked up once in the current transaction, from now on. */
    public static void once(TransactionSynchronizationRegistry transactions) {
        if (transactions.getTransactionKey() != null && of(transactions) == null) {
            transactions.putResource(Lookups.class, new Lookups());
        }
    }

    /** Those of the current transaction; null if it looks up anew each time, or there is none. */
    static @Nullable Lookups of(TransactionSynchronizationRegistry transactions) {
        if (transactions.getTransactionKey() == null) {
            return null;
        }
        return transactions.getResource(Lookups.class) instanceof Lookups lookups ? lookups : null;
    }

    Map<String, OperationResolution> find(
            Collection<String> names, Function<Collection<String>, Map<String, OperationResolution>> directory) {
        List<String> missing =
                names.stream().filter(name -> !known.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            Map<String, OperationResolution> found = directory.apply(missing);
            missing.forEach(name -> known.put(name, Optional.ofNullable(found.get(name))));
        }
        Map<String, OperationResolution> all = new HashMap<>();
        names.forEach(name -> known.getOrDefault(name, Optional.empty()).ifPresent(one -> all.put(name, one)));
        return all;
    }

    /** Something has changed in this transaction. */
    void forget() {
        known.clear();
    }
}
