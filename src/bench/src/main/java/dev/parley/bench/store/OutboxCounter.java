package dev.parley.bench.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Says how many messages are committed and not sent yet. */
@Path("outbox")
@RequestScoped
public class OutboxCounter {

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public long count() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from parley_outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
