package dev.parley.renewal.engine;

import dev.parley.message.Address;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The participants who have registered to provide operations: the table of grants, as the directory asks it. A grant
 * that is held has an address for pings, and that provides.
 */
final class RegistrationTable {

    /** The number of a pool's providers that share its requests at most. */
    static final int MOST = 100;

    /** A held grant with a ping outstanding is ASKED in the table. */
    private static final String OF_A_POOL =
            "(select pool, ping_to, min(id) as first_id, max(id) as last_id from parley_grant"
                    + " where pool = ? and state in ('HELD', 'ASKED') and ping_to is not null"
                    + " group by pool, ping_to order by min(id) limit "
                    + MOST + ")";

    private static final int POOLS_PER_QUERY = 50;

    private final Connection connection;

    RegistrationTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * The addresses at which the holders of pools take requests, in the order of their grants; with one query for some
     * pools. Pools that nobody holds anything of are not among them.
     */
    Map<String, List<Address>> registered(Collection<String> pools) throws SQLException {
        List<String> names = List.copyOf(new TreeSet<>(pools));
        Map<String, List<Address>> registered = new HashMap<>();
        for (int i = 0; i < names.size(); i += POOLS_PER_QUERY) {
            registered.putAll(read(names.subList(i, Math.min(names.size(), i + POOLS_PER_QUERY))));
        }
        return registered;
    }

    private Map<String, List<Address>> read(List<String> names) throws SQLException {
        String query = OF_A_POOL + (" union all " + OF_A_POOL).repeat(names.size() - 1);
        try (PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < names.size(); i++) {
                select.setString(i + 1, names.get(i));
            }
            return read(select);
        }
    }

    private static Map<String, List<Address>> read(PreparedStatement select) throws SQLException {
        Map<String, Map<String, Named>> byGrant = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Address address = Address.parseStored(row.getString(2)).orElseThrow();
                byGrant.computeIfAbsent(row.getString(1), pool -> new TreeMap<>())
                        .put(row.getString(3), new Named(address, row.getString(4)));
            }
        }
        Map<String, List<Address>> registered = new HashMap<>();
        byGrant.forEach((pool, named) -> registered.put(pool, distinct(named.values())));
        return registered;
    }

    /**
     * An address as holders have named it.
     *
     * @param address the address, with its mark
     * @param grant the last of their grants
     */
    private record Named(Address address, String grant) {

        Named orLater(Named other) {
            return other.grant.compareTo(grant) > 0 ? other : this;
        }
    }

    /** Two may have named a mailbox of one name, whose owners are not the same: it is the one that was named last. */
    private static List<Address> distinct(Collection<Named> all) {
        Map<Address, Named> distinct = new LinkedHashMap<>();
        all.forEach(named -> distinct.merge(named.address(), named, Named::orLater));
        return distinct.values().stream().map(Named::address).toList();
    }
}
