package ${package};

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Makes the tables, and changes them, when this version is deployed: with what is in {@code db/seats}, in order. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Tables {

    @Resource(lookup = "java:jboss/datasources/ParleyDS")
    DataSource database;

    @PostConstruct
    void migrate() {
        Flyway.configure(Tables.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/seats")
                .table("seats_schema_history")
                .baselineOnMigrate(true) // Parley's tables are there, and no concern of ours
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
