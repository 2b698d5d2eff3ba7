package dev.parley.examples.ordering;

import dev.parley.Fault;
import dev.parley.ResourceSupplier;
import dev.parley.Supplies;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lends two vans, for as long as whoever has one says, when asked, that it is still needed. */
@ApplicationScoped
@Supplies("vans")
class Vans implements ResourceSupplier {

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    @Override
    public String allocate(String holder) throws Fault {
        try (Connection connection = database.getConnection()) {
            String plate = firstFree(connection);
            if (plate == null) {
                throw new Fault("no-van", "Both vans are out.");
            }
            give(plate, holder, connection);
            return plate;
        } catch (SQLException e) {
            throw new IllegalStateException("No van could be given to " + holder, e);
        }
    }

    private static @Nullable String firstFree(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT plate FROM ordering_van WHERE holder IS NULL ORDER BY plate LIMIT 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static void give(String plate, @Nullable String holder, Connection connection) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE ordering_van SET holder = ? WHERE plate = ?")) {
            update.setString(1, holder);
            update.setString(2, plate);
            update.executeUpdate();
        }
    }

    @Override
    public void release(String reference) {
        try (Connection connection = database.getConnection()) {
            give(reference, null, connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Van " + reference + " could not be taken back", e);
        }
    }
}
