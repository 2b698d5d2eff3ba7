package dev.parley.engine.definitions;

import dev.parley.message.Address;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of providers that are passed over. */
final class ProviderTable {

    private static final String UPDATE =
            "update parley_provider set passed_over_until = ? where address = ? and passed_over_until < ?";
    private static final String INSERT = "insert into parley_provider (address, passed_over_until)"
            + " select cast(? as varchar(300)), cast(? as timestamp(6) with time zone) on conflict do nothing";

    private final Connection connection;

    ProviderTable(Connection connection) {
        this.connection = connection;
    }

    /** The times until which some of them are passed over; without those that are not any more. */
    Map<Address, Instant> passedOver(Collection<Address> providers, Instant now) throws SQLException {
        if (providers.isEmpty()) {
            return Map.of();
        }
        try (PreparedStatement select = connection.prepareStatement("select address, passed_over_until"
                + " from parley_provider where address = any(?) and passed_over_until > ?")) {
            Object[] addresses =
                    providers.stream().map(Address::toString).distinct().toArray();
            select.setArray(1, connection.createArrayOf("varchar", addresses));
            select.setObject(2, now.atOffset(ZoneOffset.UTC));
            Map<Address, Instant> passedOver = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Address address = Address.parse(row.getString(1)).orElseThrow();
                    passedOver.put(
                            address, row.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
            return passedOver;
        }
    }

    /**
     * Passes them over, never shorter than before. In the order of their addresses: two transactions never wait for
     * each other in a circle.
     */
    void passOver(Collection<Address> providers, Instant until) throws SQLException {
        List<String> addresses =
                providers.stream().map(Address::toString).distinct().sorted().toList();
        for (String address : addresses) {
            if (update(address, until) == 0) {
                insert(address, until);
            }
        }
    }

    private int update(String address, Instant until) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setObject(1, until.atOffset(ZoneOffset.UTC));
            update.setString(2, address);
            update.setObject(3, until.atOffset(ZoneOffset.UTC));
            return update.executeUpdate();
        }
    }

    private void insert(String address, Instant until) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, address);
            insert.setObject(2, until.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
