package dev.parley.engine.jdbc;

import dev.parley.engine.config.Release;
import dev.parley.engine.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The migrations that bring the schema up to date before anything is received; two nodes that start together wait for
 * each other. A wrong configuration ends the deployment here.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

    private static final Logger LOG = System.getLogger(Migrations.class.getName());

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    @Inject
    Connections connections;

    @Inject
    Settings settings;

    @PostConstruct
    void migrate() {
        LOG.log(
                Level.INFO,
                "Parley {0} starts, on {1}, with parley.delivery={2}",
                Release.version(),
                connections.dialect(),
                settings.delivery());
        connections
                .here(connection -> Preflight.of(connections.dialect(), settings.delivery(), connection))
                .check();
        // An application's tables may stand in the same schema: they are not Parley's to judge.
        Flyway.configure(getClass().getClassLoader())
                .dataSource(database)
                .locations(connections.dialect().migrations().toArray(String[]::new))
                .javaMigrations(new PatternStateMigration(connections.dialect() == Dialect.POSTGRESQL))
                .table("parley_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
