package dev.parley.it.probe;

import dev.parley.it.server.ParleyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Looks into a server that was started with {@link #archive}. */
public final class Probe {

    private static final String RECORDS = "data/tx-object-store/ShadowNoFileLockStore/defaultStore/StateManager";

    private static final String MANIFEST = "Manifest-Version: 1.0\nDependencies: org.jboss.msc,org.jboss.as.server,"
            + "org.wildfly.extension.messaging-activemq,\n org.apache.activemq.artemis\n";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ParleyServer server;

    public Probe(ParleyServer server) {
        this.server = server;
    }

    /** What has to be deployed. */
    public static WebArchive archive() {
        return ShrinkWrap.create(WebArchive.class, "probe.war")
                .addClasses(ProbeServlet.class, BrokerServlet.class)
                .addAsManifestResource(new StringAsset(MANIFEST), "MANIFEST.MF");
    }

    /** Executes SQL; the rows have tabs between their columns. */
    public List<String> sql(String sql) {
        return send(request().POST(BodyPublishers.ofString(sql)));
    }

    /** The result of a query for a number. */
    public int number(String sql) {
        return Integer.parseInt(sql(sql).get(0));
    }

    /** What is in doubt now; a transaction that is being committed counts too. */
    public InDoubt inDoubt() {
        int broker = send(request().GET()).size();
        return new InDoubt(number(server.countInDoubt()), broker, records());
    }

    /** The records of transactions that the coordinator has decided on and not ended. */
    public int records() {
        Path records = server.directory().resolve(RECORDS);
        if (Files.notExists(records)) {
            // The first one makes it.
            return 0;
        }
        try (Stream<Path> files = Files.walk(records)) {
            return (int) files.filter(Files::isRegularFile).count();
        } catch (IOException | UncheckedIOException e) {
            // A record went while they were counted: there was one.
            return 1;
        }
    }

    /** Cuts the connections to the broker, and lets nobody in. */
    public void stopBroker() {
        send(request("broker/stop").POST(BodyPublishers.noBody()));
    }

    /** Lets them in again. */
    public void startBroker() {
        send(request("broker/start").POST(BodyPublishers.noBody()));
    }

    /** Takes the consumers of a queue away, without them knowing. */
    public void dropConsumers(String queue) {
        send(request("broker/drop/" + queue).POST(BodyPublishers.noBody()));
    }

    /**
     * How many messages are in a queue of Parley's own, those that are being delivered or are to be delivered later
     * too.
     */
    public int messages(String queue) {
        return Integer.parseInt(send(request("broker/" + queue).GET()).get(0));
    }

    private HttpRequest.Builder request() {
        return request("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.http() + "/probe/" + path))
                .timeout(Duration.ofSeconds(60));
    }

    private List<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError("The probe answered " + response.statusCode() + " " + response.body());
            }
            return response.body().lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
