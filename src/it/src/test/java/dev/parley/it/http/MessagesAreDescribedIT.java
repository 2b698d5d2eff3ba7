package dev.parley.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.NodeLibraries;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document of all messages, by the parser of AsyncAPI. */
@Tag(Once.TAG)
class MessagesAreDescribedIT extends HttpTest {

    private static final String PARSE =
            """
            const parser = require('@asyncapi/parser');
            const text = require('fs').readFileSync(process.argv[1], 'utf8');
            new parser.Parser().parse(text).then(({ document, diagnostics }) => {
              const errors = diagnostics.filter(each => each.severity === 0);
              errors.forEach(each => console.log(each.code, each.path.join('/'), each.message));
              process.exit(document && errors.length === 0 ? 0 : 1);
            });
            """;

    @TempDir
    private Path directory;

    MessagesAreDescribedIT(ParleyServer server) {
        super(server);
    }

    @Test
    void soThatTheParserFindsNothingWrong() throws IOException, InterruptedException {
        Path libraries = NodeLibraries.folder();
        HttpAnswer described =
                alice.call(server.http().resolve(ServerNames.API + "/asyncapi")).send();
        assertThat(described.status()).as(described.text()).isEqualTo(200);
        Path document = Files.writeString(directory.resolve("asyncapi.json"), described.text());
        Path said = directory.resolve("said.log");

        ProcessBuilder builder = new ProcessBuilder("node", "-e", PARSE, document.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("NODE_PATH", libraries.toString());
        Process node = builder.start();
        boolean ended = node.waitFor(50, TimeUnit.SECONDS);
        node.destroyForcibly();

        assertThat(ended && node.exitValue() == 0).as(Files.readString(said)).isTrue();
    }
}
