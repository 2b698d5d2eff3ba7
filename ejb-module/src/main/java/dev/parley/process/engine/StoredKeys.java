package dev.parley.process.engine;

import dev.parley.engine.jdbc.Connections;
import dev.parley.message.Sha256;
import dev.parley.process.ProcessPattern;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys of instances in the database. */
@ApplicationScoped
class StoredKeys implements KeyedInstances {

    private static final String INSTANCES =
            "select c.id from parley_conversation c where c.pattern = ? and c.operation = ? and c.ended = false";
    private static final String WITH =
            " and c.id in (select a.conversation_id from parley_attribute a where a.name = ? and a.content = ?)";
    private static final String HOLD = "insert into parley_process_key (process, hash)"
            + " select cast(? as varchar(100)), cast(? as varchar(64)) on conflict do nothing";
    private static final String LEAVE = "delete from parley_process_key where process = ? and hash = ?";

    @Inject
    Connections connections;

    @Override
    public List<String> find(String process, Map<String, String> key, int most) {
        return connections.here(connection -> {
            String sql = INSTANCES + WITH.repeat(key.size()) + " limit ?";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, ProcessPattern.NAME);
                select.setString(2, process);
                int place = 3;
                for (Map.Entry<String, String> attribute : key.entrySet()) {
                    select.setString(place, attribute.getKey());
                    select.setString(place + 1, storable(attribute.getValue()));
                    place += 2;
                }
                select.setInt(place, most);
                return ids(select);
            }
        });
    }

    private static List<String> ids(PreparedStatement select) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    private static String storable(String value) {
        return value.replace('\0', ' ');
    }

    /**
     * {@inheritDoc} Whoever inserts the same row waits for the transaction that has inserted it first, although that
     * has deleted it again: nothing is left of it afterwards.
     */
    @Override
    public void hold(String process, Map<String, String> key) {
        String hash = Sha256.hex(new TreeMap<>(key).toString());
        connections.here(
                connection -> update(connection, HOLD, process, hash) + update(connection, LEAVE, process, hash));
    }

    private static int update(Connection connection, String sql, String process, String hash) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, process);
            update.setString(2, hash);
            return update.executeUpdate();
        }
    }
}
