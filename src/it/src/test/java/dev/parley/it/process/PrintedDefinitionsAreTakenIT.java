package dev.parley.it.process;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.Instance;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Definitions, requests and a picture as the sample and its documents print them, under names that nobody else has:
 * what is copied from there works.
 */
class PrintedDefinitionsAreTakenIT extends ProcessTest {

    private static final Path DOCUMENT = file("docs/patterns/process-manager.md");
    private static final Path SAMPLE = file("examples/ordering/README.md");
    private static final Path DEFINITIONS = file("examples/ordering/src/processes");

    /** What is put by curl: from its input until END, or within single quotes. */
    private static final Pattern PUT =
            Pattern.compile("/processes/[a-z-]+ -d (?:@- <<'END'\\n(.*?)\\nEND\\n|'(\\{.*?})'\\n)", Pattern.DOTALL);

    private static final Pattern ORDER = Pattern.compile("\\$ ask deliver-order '(\\{.*?})'");
    private static final Pattern FULFILMENT =
            Pattern.compile("-d '(\\{[^']*})' http://localhost:8080/parley/v1/operations/fulfil-order\\n");
    private static final Pattern PICTURE =
            Pattern.compile("The picture of the process above:\\n\\n```mermaid\\n(.*?)```", Pattern.DOTALL);

    PrintedDefinitionsAreTakenIT(ParleyServer server) {
        super(server);
    }

    private static Path file(String name) {
        return ServerNames.isServerPrepared()
                ? ServerNames.cli().resolve("../..").resolve(name).normalize()
                : Path.of("");
    }

    private static List<String> in(Path file, Pattern pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text(file));
        while (matcher.find()) {
            String first = matcher.group(1);
            found.add(first == null ? matcher.group(2) : first);
        }
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    @Test
    void eachIsDefined() throws IOException {
        enterPaul("PT10M");
        List<String> all = new ArrayList<>(in(DOCUMENT, PUT));
        all.addAll(in(SAMPLE, PUT));
        try (Stream<Path> files = Files.list(DEFINITIONS)) {
            files.forEach(each -> all.add(text(each)));
        }

        // the operation of a provider, which the sample enters before
        all.forEach(each ->
                define(fresh("printed"), each.replace("\"operation\": \"quote\"", "\"operation\": \"" + quote + "\"")));

        assertThat(all).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void theOrderOfTheSampleIsDeliveredOrUndone() {
        define(text(DEFINITIONS.resolve("deliver-order.json")));
        List<String> requests = in(SAMPLE, ORDER);

        Instance delivered = start(requests.get(0));
        Instance declined = start(requests.get(1));

        JsonNode done = delivered.end();
        assertThat(done.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(done.path("reply").path("order").asText()).isNotBlank();
        assertThat(done.path("reply").path("courier").asText()).isNotBlank();
        JsonNode undone = declined.end();
        assertThat(undone.path("status").asText()).isEqualTo("COMPENSATED");
        assertThat(type(undone.path("fault").path("cause"))).isEqualTo("card-declined");
        assertThat(undone.path("fault").path("compensated").toString()).isEqualTo("[\"order\",\"stock\"]");
        assertThat(undone.path("fault").path("writtenOff")).isEmpty();
    }

    @Test
    void theOneOfTheDocumentIsDoneAndLooksAsItIsDrawn() {
        define(in(DOCUMENT, PUT).get(0));

        HttpAnswer picture = alice.process(process).query("format", "mermaid").send();
        JsonNode done = start(in(DOCUMENT, FULFILMENT).get(0)).end();

        assertThat(picture.text().strip())
                .isEqualTo(in(DOCUMENT, PICTURE).get(0).strip().replace("fulfil-order", process));
        assertThat(done.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(done.path("reply").path("reservation").asText()).isNotBlank();
        assertThat(done.path("reply").path("label").asText()).isNotBlank();
    }
}
