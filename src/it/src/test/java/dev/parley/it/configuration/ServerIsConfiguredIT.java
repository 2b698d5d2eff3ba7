package dev.parley.it.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        String before = server.configuration();
        assertThat(before).contains("parley.requests");

        server.run(ServerNames.cli().resolve(ServerNames.CONFIGURE_SCRIPT));

        assertThat(server.configuration()).isEqualTo(before);
    }

    @Test
    void andItIsTakenAwayAgain() throws IOException, InterruptedException {
        server.run(ServerNames.cli().resolve(ServerNames.REMOVE_SCRIPT));

        assertThat(server.configuration()).doesNotContainIgnoringCase("parley");
    }

    @Test
    void andTakenAwayAndConfiguredItIsAsBefore() throws IOException, InterruptedException {
        String before = server.configuration();

        server.run(ServerNames.cli().resolve(ServerNames.REMOVE_SCRIPT));
        server.run(ServerNames.cli().resolve(ServerNames.CONFIGURE_SCRIPT));

        assertThat(server.configuration()).isEqualTo(before);
    }
}
