import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dbos.transact.DBOS;
import dev.dbos.transact.config.DBOSConfig;
import dev.dbos.transact.workflow.Workflow;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The saga of the scenario {@code process-race}, with DBOS: a workflow of three steps that insert a row each. Run from its
 * source, so that nothing of Parley is compiled against DBOS. A line of input says how many clients there are, and for how
 * many seconds; a line of output says {@code raced}, how many sagas were done a second, and the median in milliseconds.
 */
public final class SagasByDbos {

    private static final int CONNECTIONS = 40;
    private static final double NANOS_PER_MILLI = 1_000_000;

    private SagasByDbos() {}

    /** What is asked for. */
    public interface Sagas {
        String saga(String order);
    }

    /** How it is done. */
    public static final class SagasOfThree implements Sagas {

        private final DataSource database;
        private DBOS dbos;

        SagasOfThree(DataSource database) {
            this.database = database;
        }

        @Override
        @Workflow(name = "saga")
        public String saga(String order) {
            String saga = UUID.randomUUID().toString();
            dbos.runStep(() -> row(saga, "first"), "first");
            dbos.runStep(() -> row(saga, "second"), "second");
            return dbos.runStep(() -> row(saga, "third"), "third");
        }

        private String row(String saga, String deed) {
            String id = UUID.randomUUID().toString();
            try (Connection connection = database.getConnection();
                    PreparedStatement insert =
                            connection.prepareStatement("insert into dbos_effect (id, saga, deed) values (?, ?, ?)")) {
                insert.setString(1, id);
                insert.setString(2, saga);
                insert.setString(3, deed);
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return id;
        }
    }

    /** @param arguments the JDBC URL of an empty PostgreSQL */
    public static void main(String[] arguments) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setMaximumPoolSize(CONNECTIONS);
        HikariDataSource database = new HikariDataSource(config);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table dbos_effect (id varchar(36) primary key, saga varchar(36), deed varchar(100))");
        }
        DBOS dbos = new DBOS(DBOSConfig.defaults("bench")
                .withDataSource(database)
                .withMigrate(true)
                .withAppVersion("1"));
        SagasOfThree three = new SagasOfThree(database);
        three.dbos = dbos;
        Sagas sagas = registered(dbos, three);
        dbos.launch();
        String order = "{\"orderId\":\"" + UUID.randomUUID() + "\",\"note\":\"" + "x".repeat(440) + "\"}";
        System.out.println("started");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] wanted = line.split(" ");
            System.out.println("raced " + race(sagas, order, Integer.parseInt(wanted[0]), Integer.parseInt(wanted[1])));
        }
        System.exit(0);
    }

    /** It is called otherwise in another version. */
    private static Sagas registered(DBOS dbos, Sagas sagas) throws ReflectiveOperationException {
        try {
            return (Sagas) DBOS.class
                    .getMethod("registerProxy", Class.class, Object.class)
                    .invoke(dbos, Sagas.class, sagas);
        } catch (NoSuchMethodException e) {
            return (Sagas) DBOS.class
                    .getMethod("registerWorkflows", Class.class, Object.class)
                    .invoke(dbos, Sagas.class, sagas);
        }
    }

    private static String race(Sagas sagas, String order, int clients, int seconds) throws Exception {
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Future<List<Long>>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            running.add(threads.submit(() -> {
                List<Long> took = new ArrayList<>();
                for (long now = System.nanoTime(); now < end; ) {
                    sagas.saga(order);
                    long then = System.nanoTime();
                    took.add(then - now);
                    now = then;
                }
                return took;
            }));
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> one : running) {
            all.addAll(one.get());
        }
        double lasted = (System.nanoTime() - begin) / 1e9;
        threads.shutdown();
        Collections.sort(all);
        return String.format(Locale.ROOT, "%.2f %.3f", all.size() / lasted, all.get(all.size() / 2) / NANOS_PER_MILLI);
    }
}
