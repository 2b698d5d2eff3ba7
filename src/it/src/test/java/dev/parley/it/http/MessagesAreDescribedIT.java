package dev.parley.it.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The document of all messages, by the parser of AsyncAPI: where there is node, and {@code NODE_PATH} leads to
 * {@code @asyncapi/parser}.
 */
@Tag(Once.TAG)
class MessagesAreDescribedIT extends HttpTest {

    private static final int NO_PARSER = 3;

    private static final String PARSE =
            """
            let parser;
            try { parser = require('@asyncapi/parser'); } catch (missing) { process.exit(3); }
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
        assumeTrue(isThere("node"), "node is not here");
        HttpAnswer described =
                alice.call(server.http().resolve(ServerNames.API + "/asyncapi")).send();
        assertThat(described.status()).as(described.text()).isEqualTo(200);
        Path document = Files.writeString(directory.resolve("asyncapi.json"), described.text());
        Path said = directory.resolve("said.log");

        Process node = new ProcessBuilder("node", "-e", PARSE, document.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = node.waitFor(50, TimeUnit.SECONDS);
        node.destroyForcibly();

        assumeTrue(!ended || node.exitValue() != NO_PARSER, "@asyncapi/parser is not here");
        assertThat(ended && node.exitValue() == 0).as(Files.readString(said)).isTrue();
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
