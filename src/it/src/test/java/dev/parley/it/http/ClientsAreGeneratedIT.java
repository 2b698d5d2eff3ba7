package dev.parley.it.http;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.NodeLibraries;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The documents that clients are made of: a strict linter has nothing to say of them, and the clients that generators
 * make of them place an order.
 */
@Tag(Once.TAG)
class ClientsAreGeneratedIT extends HttpTest {

    private static final Path PROGRAMS = Path.of("..", "examples", "clients", "generated");

    private final String key = fresh("order");

    @TempDir
    Path folder;

    ClientsAreGeneratedIT(ParleyServer server) {
        super(server);
    }

    @BeforeEach
    void bringGenerators() throws IOException {
        Files.createSymbolicLink(folder.resolve("node_modules"), NodeLibraries.folder());
        for (String program : List.of("package.json", "place-order.ts", "place_order.py")) {
            Files.copy(PROGRAMS.resolve(program), folder.resolve(program));
        }
    }

    @Test
    void ofADocumentThatAStrictLinterPasses() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("operations.json"), get(ServerNames.API + "/openapi"));
        // It is the server's own address, which is this machine here
        run(
                "node_modules/.bin/redocly",
                "lint",
                "--extends=recommended-strict",
                "--skip-rule=no-server-example.com",
                "operations.json");
    }

    @Test
    void ofADocumentOfTheServerThatAStrictLinterPasses() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("server.json"), get(ServerNames.OPENAPI + "?format=JSON"));
        run(
                "node_modules/.bin/redocly",
                "lint",
                "--extends=recommended-strict",
                "--skip-rule=no-server-example.com",
                "server.json");
    }

    @Test
    void inTypeScript() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("operations.json"), get(ServerNames.API + "/openapi"));
        run("node_modules/.bin/openapi-typescript", "operations.json", "-o", "operations.ts");
        run("node_modules/.bin/tsc", "--strict", "--target", "es2022", "--module", "nodenext", "place-order.ts");
        placeOnce("node", "place-order.js");
    }

    @Test
    void inPython() throws IOException, InterruptedException {
        JsonNode operation = alice.call(server.http().resolve(ServerNames.API + "/operations/" + PLACE_ORDER))
                .send()
                .json();
        Files.writeString(
                folder.resolve("PlaceOrder.schema"), operation.path("schema").toString());
        Files.writeString(
                folder.resolve("PlacedOrder.schema"),
                operation.path("replySchema").toString());
        run(
                "node_modules/.bin/quicktype",
                "--src-lang",
                "schema",
                "--lang",
                "python",
                "--python-version",
                "3.7",
                "PlaceOrder.schema",
                "PlacedOrder.schema",
                "-o",
                "orders.py");
        placeOnce("python3", "place_order.py");
    }

    private String get(String path) {
        URI document = server.http().resolve(path);
        return alice.call(document).send().text();
    }

    private void placeOnce(String language, String program) throws IOException, InterruptedException {
        String[] command = {
            language,
            program,
            server.http().toString(),
            server.alice().name(),
            server.alice().password(),
            key
        };
        String order = run(command);
        assertThat(order).isNotBlank();
        assertThat(run(command)).isEqualTo(order);
        assertThat(effects(key)).isEqualTo(1);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        List<String> there = Stream.of(command)
                .map(word ->
                        word.startsWith("node_modules/") ? folder.resolve(word).toString() : word)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(there)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        Process process = builder.start();
        boolean ended = process.waitFor(50, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(said).strip();
        assertThat(ended && process.exitValue() == 0).as(text).isTrue();
        return text;
    }
}
