import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
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

/**
 * The saga of the scenario {@code process-race}, with the coordinator of Narayana (MicroProfile LRA) in a WildFly: it is
 * begun, three participants insert a row each and join, it is closed, and the coordinator tells each of them. Run from its
 * source. Input and output are those of {@code SagasByDbos}.
 */
public final class SagasByLra {

    private static final int STEPS = 3;
    private static final double NANOS_PER_MILLI = 1_000_000;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SagasByLra() {}

    /** @param arguments the JDBC URL of a PostgreSQL, and where the coordinator is */
    public static void main(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection(arguments[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("create table lra_effect (id varchar(36) primary key, saga varchar(36), deed varchar(100))");
        }
        String participants = participants();
        System.out.println("started");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] wanted = line.split(" ");
            System.out.println("raced "
                    + race(arguments, participants, Integer.parseInt(wanted[0]), Integer.parseInt(wanted[1])));
        }
        System.exit(0);
    }

    /** Where they are told what came of it: they have nothing more to do. */
    private static String participants() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 200);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", call -> {
            call.getRequestBody().readAllBytes();
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void saga(Connection rows, String coordinator, String participants) throws Exception {
        HttpResponse<String> begun = send("POST", coordinator + "/start?ClientID=bench&TimeLimit=0", "");
        String id = begun.headers().firstValue("Location").orElse(begun.body());
        String saga = UUID.randomUUID().toString();
        for (int step = 1; step <= STEPS; step++) {
            try (PreparedStatement insert =
                    rows.prepareStatement("insert into lra_effect (id, saga, deed) values (?, ?, ?)")) {
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, saga);
                insert.setString(3, "step " + step);
                insert.executeUpdate();
            }
            String at = participants + "/" + saga + "/" + step;
            send("PUT", id + "?TimeLimit=0", link(at, "compensate") + "," + link(at, "complete"));
        }
        send("PUT", id + "/close", "");
    }

    private static String link(String at, String what) {
        return "<" + at + "/" + what + ">; rel=\"" + what + "\"; title=\"" + what + " URI\"; type=\"text/plain\"";
    }

    private static HttpResponse<String> send(String method, String to, String link) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(to)).header("Content-Type", "text/plain").method(method, BodyPublishers.noBody());
        if (!link.isEmpty()) {
            request.header("Link", link);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + to + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private static String race(String[] arguments, String participants, int clients, int seconds) throws Exception {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            connections.add(DriverManager.getConnection(arguments[0]));
        }
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Future<List<Long>>> running = new ArrayList<>();
        for (Connection rows : connections) {
            running.add(threads.submit(() -> {
                List<Long> took = new ArrayList<>();
                for (long now = System.nanoTime(); now < end; ) {
                    saga(rows, arguments[1], participants);
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
        for (Connection rows : connections) {
            rows.close();
        }
        Collections.sort(all);
        return String.format(Locale.ROOT, "%.2f %.3f", all.size() / lasted, all.get(all.size() / 2) / NANOS_PER_MILLI);
    }
}
