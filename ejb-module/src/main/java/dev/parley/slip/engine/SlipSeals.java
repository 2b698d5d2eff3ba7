package dev.parley.slip.engine;

import dev.parley.engine.jdbc.Connections;
import dev.parley.slip.SlipSettings;
import dev.parley.slip.SlipText;
import dev.parley.slip.seal.Seals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The keys that slips are sealed with: those that are configured, otherwise a secret that the first node has made, and
 * that all nodes of the database share.
 */
@ApplicationScoped
class SlipSeals {

    private static final String INSERT =
            "insert into parley_slip_key (id, content) select 1, cast(? as varchar(1000))" + " on conflict do nothing";
    private static final String SELECT = "select content from parley_slip_key where id = 1";

    @Inject
    SlipSettings settings;

    @Inject
    Connections connections;

    private volatile @Nullable SlipText texts;

    /** The texts of slips that are sealed by the keys; not to be asked for the first time where nothing may commit. */
    SlipText texts() {
        SlipText known = texts;
        if (known == null) {
            known = new SlipText(settings.seals().orElseGet(() -> Seals.of(connections.inNew(SlipSeals::shared))));
            texts = known;
        }
        return known;
    }

    private static String shared(Connection connection) throws SQLException {
        String there = stored(connection);
        if (there != null) {
            return there;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, Seals.newKeySet("parley"));
            insert.executeUpdate();
        }
        String stored = stored(connection);
        if (stored == null) {
            throw new SQLException("The key of slips is not there, and cannot be stored");
        }
        return stored;
    }

    private static @Nullable String stored(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
