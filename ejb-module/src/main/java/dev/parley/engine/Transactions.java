package dev.parley.engine;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/** Runs work in a transaction of its own. */
@Stateless
public class Transactions {

    /** Does the work in the current transaction, or in one of its own if there is none; what it throws rolls that back. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public <T> T inCurrent(Supplier<T> work) {
        return work.get();
    }

    /** Commits the work, or rolls it back if it throws. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> T inNew(Supplier<T> work) {
        return work.get();
    }
}
