package dev.parley.renewal.engine;

import dev.parley.directory.Registrations;
import dev.parley.message.Address;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Has whoever holds a grant of a pool provide the operations that refer to that pool, in the current transaction if
 * there is one.
 */
@ApplicationScoped
class GrantRegistrations implements Registrations {

    @Inject
    GrantTransactions transactions;

    @Override
    public Map<String, List<Address>> registered(Collection<String> pools) {
        return transactions.here(connection -> new RegistrationTable(connection).registered(pools));
    }
}
