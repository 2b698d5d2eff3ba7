package dev.parley.engine;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/** Runs work in a transaction of its own, or in none. */
@Stateless
public class Transactions {

    /** Commits the work, or rolls it back if it throws. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> T inNew(Supplier<T> work) {
        return work.get();
    }

    /** Does the work without the current transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public <T> T outside(Supplier<T> work) {
        return work.get();
    }
}
