package dev.parley.it.begin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Json;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project that the archetype makes is built by Maven, deployed, and asked; then what the page about a first operation
 * adds is added, and it is run by its own command, in a WildFly that this prepares. Its EAR has an
 * {@code application.xml}, as the plugin writes it by itself.
 */
@Tag(Once.TAG)
@InShares(on = Configuration.H2, seconds = 150)
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class ApplicationIsBegunIT {

    private static final String OPERATION = "reserve-seats";

    @TempDir
    Path directory;

    @Test
    void servesItsFirstRequest() throws IOException, InterruptedException {
        BuildOfItsOwn build = new BuildOfItsOwn(directory);
        Path project = build.generate("theatre");
        build.run(project, "-pl", "operations", "compile");
        assertThat(build.brought("com/networknt"))
                .as("Operations are compiled without what Parley is made of")
                .isFalse();
        assertThat(build.run(project, "package")).contains("Tests run: 4, Failures: 0");
        Path ear = project.resolve("ear/target/theatre.ear");
        assertThat(ear).exists();

        try (ParleyServer server = ParleyServer.fresh("theatre").withEar(ear)) {
            server.start();
            HttpParticipant alice = new HttpParticipant(server, server.alice());
            HttpAnswer reserved = alice.operation(OPERATION)
                    .body("{\"play\": \"Hamlet\", \"seats\": 2}")
                    .key("first")
                    .send();
            assertThat(reserved.status()).as(reserved.toString()).isEqualTo(202);
            assertThat(alice.awaitFinal(reserved.location()).text()).contains("reservationId");

            HttpAnswer refused = alice.operation(OPERATION)
                    .body("{\"play\": \"Hamlet\", \"seats\": 0}")
                    .key("second")
                    .send();
            assertThat(refused.status()).isEqualTo(400);
            assertThat(server.logged("Methods serve 1 operation: " + OPERATION)).hasSize(1);
        }

        Tutorial tutorial = new Tutorial(project);
        tutorial.hasTheFaultOfTheProject();
        tutorial.follow();
        try (RunCommand run = new RunCommand(build, project)) {
            String all = "{\"play\": \"Macbeth\", \"seats\": 60}";
            HttpResponse<String> reserved = run.ask(OPERATION, all, "first");
            assertThat(reserved.body()).contains("SUCCEEDED", "reservationId");
            assertThat(run.ask(OPERATION, all, "second").body()).contains("FAULTED", "sold-out");
            String reservation = Json.parse(reserved.body()).path("reply").toString();
            assertThat(run.ask("cancel-seats", reservation, "third").body()).contains("SUCCEEDED");
            assertThat(run.ask(OPERATION, all, "fourth").body()).contains("SUCCEEDED");
        }
    }
}
