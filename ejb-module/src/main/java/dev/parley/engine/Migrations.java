package dev.parley.engine;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date before anything is received; two nodes that start together wait for each other. A wrong configuration ends the deployment here. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    @Inject
    Settings settings;

    @PostConstruct
    void migrate() {
        // An application's tables may stand in the same schema: they are not Parley's to judge.
        Flyway.configure(getClass().getClassLoader())
                .dataSource(database)
                .locations(locations())
                .table("parley_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    /** What one database needs, and the other must not have, stands by itself. */
    private String[] locations() {
        return isH2()
                ? new String[] {"classpath:db/migration", "classpath:db/h2"}
                : new String[] {"classpath:db/migration"};
    }

    private boolean isH2() {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2");
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }
}
