package dev.parley.it.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.server.Once;
import dev.parley.it.server.ServerNames;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag(Once.TAG)
@InShares(on = Configuration.H2, seconds = 110)
class ServerIsConfiguredIT {

    @TempDir
    private Path directory;

    private OfflineServer server;

    @BeforeEach
    void prepare() throws IOException {
        server = OfflineServer.like(ServerNames.wildfly(), directory);
    }

    @Test
    void anotherTimeChangesNothing() throws IOException, InterruptedException {
        List<String> before = server.configuration();
        assertThat(before)
                .anyMatch(line -> line.contains("parley.requests"))
                .anyMatch(line -> line.contains("io-threads=\"${parley.http.io-threads:"))
                .anyMatch(line -> line.contains("jms-queue name=\"parley.resources\""))
                .anyMatch(line -> line.contains("security-setting name=\"jms.queue.parley.resources\""))
                .as("what need not be open")
                .noneMatch(line -> line.contains("<location ") || line.contains("<http-invoker"))
                .noneMatch(line -> line.contains("http-remoting-connector") || line.contains("enable-http2=\"true\""));

        server.run(ServerNames.CONFIGURE_SCRIPT);

        assertThat(server.changesSince(before)).isEmpty();
    }

    @Test
    void anOutboxHasADataSourceWithoutXaWhichStaysAndIsTakenAway() throws IOException, InterruptedException {
        server.run(ServerNames.OUTBOX_SCRIPT);

        List<String> before = server.configuration();
        assertThat(before).anyMatch(line -> line.contains("<datasource ") && line.contains("ParleyDS"));
        assertThat(before).noneMatch(line -> line.contains("<xa-datasource ") && line.contains("ParleyDS"));

        server.run(ServerNames.CONFIGURE_SCRIPT, ServerNames.OUTBOX_SCRIPT);
        assertThat(server.changesSince(before)).isEmpty();

        server.run(ServerNames.REMOVE_SCRIPT);
        assertThat(server.configuration()).noneMatch(line -> line.contains("parley") || line.contains("Parley"));
    }

    @Test
    void spansAreSentToACollectorUntilThatIsTakenAway() throws IOException, InterruptedException {
        server.run(ServerNames.TRACING_SCRIPT);
        List<String> before = server.configuration();
        assertThat(before).anyMatch(line -> line.contains("${parley.tracing.endpoint:"));

        server.run(ServerNames.TRACING_SCRIPT);
        assertThat(server.changesSince(before)).isEmpty();

        server.run(ServerNames.REMOVE_SCRIPT);
        assertThat(server.configuration()).noneMatch(line -> line.contains("parley") || line.contains("otel."));
    }

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void aBrokerElsewhereLeavesNoneHereAndIsTakenAway() throws IOException, InterruptedException {
        List<String> own = server.configuration();
        server.run(ServerNames.BROKER_SCRIPT);

        List<String> before = server.configuration();
        assertThat(before).anyMatch(line -> line.contains("<remote-connector ") && line.contains("parley-broker"));
        assertThat(before).noneMatch(line -> line.contains("<server name=\"default\">") || line.contains("acceptor "));

        server.run(ServerNames.BROKER_SCRIPT);
        assertThat(server.changesSince(before)).isEmpty();

        server.run(ServerNames.REMOVE_SCRIPT);
        assertThat(server.configuration()).noneMatch(line -> line.contains("parley") || line.contains("Parley"));

        server.run(ServerNames.CONFIGURE_SCRIPT);
        assertThat(server.changesSince(own)).isEmpty();
    }

    @Test
    void itIsTakenAwayAndConfiguredAsBefore() throws IOException, InterruptedException {
        List<String> before = server.configuration();

        server.run(ServerNames.REMOVE_SCRIPT);
        assertThat(server.configuration()).noneMatch(line -> line.contains("parley") || line.contains("Parley"));

        server.run(ServerNames.CONFIGURE_SCRIPT);
        assertThat(server.changesSince(before)).isEmpty();
    }
}
