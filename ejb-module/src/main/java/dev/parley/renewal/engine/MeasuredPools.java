package dev.parley.renewal.engine;

import dev.parley.engine.metrics.Measured;
import dev.parley.engine.metrics.Measurement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The numbers of grants in each pool: who holds, who waits, and what is free. */
@ApplicationScoped
class MeasuredPools implements Measured {

    private static final int MOST = 1_000;

    private static final String POOLS =
            "select name, held, waiting, capacity from parley_pool order by name limit " + MOST;

    @Override
    public List<Measurement> measure(Connection connection) throws SQLException {
        List<Measurement> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(POOLS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String pool = row.getString(1);
                int held = row.getInt(2);
                all.add(grants(pool, "held", held));
                all.add(grants(pool, "waiting", row.getInt(3)));
                all.add(grants(pool, "free", Math.max(0, row.getInt(4) - held)));
            }
        }
        return all;
    }

    private static Measurement grants(String pool, String state, int value) {
        return new Measurement("parley.grants", Map.of("pool", pool, "state", state), value);
    }
}
