package dev.parley.it.http;

import static dev.parley.it.client.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.it.client.NodeLibraries;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The programs of {@code src/docs/clients.md}, each run twice with one key. One whose language is not on this machine
 * is left out.
 */
@Tag(Once.TAG)
class ClientsInOtherLanguagesIT extends HttpTest {

    private static final Path PROGRAMS = ServerNames.isServerPrepared()
            ? ServerNames.cli().resolve("../../examples/clients").normalize()
            : Path.of("");

    private final String key = fresh("order");
    private String libraries = "";

    ClientsInOtherLanguagesIT(ParleyServer server) {
        super(server);
    }

    @Test
    void speakJava() throws IOException, InterruptedException {
        orderOnce(overHttp(java(), "PlaceOrder.java"));
    }

    @Test
    void speakJavaAndJms() throws IOException, InterruptedException {
        orderOnce(inJava(jmsClient(), "PlaceOrderOverJms.java"));
    }

    @Test
    void speakPython() throws IOException, InterruptedException {
        orderOnce(overHttp("python3", "place_order.py"));
    }

    @Test
    void speakPythonAndStomp() throws IOException, InterruptedException {
        orderOnce(overMessaging("python3", "place_order_stomp.py"));
    }

    @Test
    void speakNode() throws IOException, InterruptedException {
        orderOnce(overHttp("node", "place-order.mjs"));
    }

    @Test
    void speakNodeAndStomp() throws IOException, InterruptedException {
        libraries = NodeLibraries.folder().toString();
        orderOnce(overMessaging("node", "place-order-stomp.cjs"));
    }

    @Test
    void speakNodeAndAmqp() throws IOException, InterruptedException {
        libraries = NodeLibraries.folder().toString();
        orderOnce(overMessaging("node", "place-order-amqp.cjs"));
    }

    @Test
    void speakSpring() throws IOException, InterruptedException {
        String spring = System.getProperty("parley.it.spring") + File.separator + "*";
        orderOnce(inJava(spring + File.pathSeparator + jmsClient(), "PlaceOrderWithSpring.java"));
    }

    @Test
    void speakCurl() throws IOException, InterruptedException {
        assumeTrue(isThere("curl"), "curl is not here");
        orderOnce(overHttp("bash", "place-order.sh"));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String jmsClient() {
        return ServerNames.wildfly().resolve("bin/client/jboss-client.jar").toString();
    }

    private List<String> inJava(String libraries, String program) {
        return Stream.concat(Stream.of(java(), "-cp", libraries), overMessaging(program).stream())
                .toList();
    }

    private List<String> overHttp(String language, String program) {
        return List.of(
                language,
                PROGRAMS.resolve(program).toString(),
                server.http().toString(),
                server.alice().name(),
                server.alice().password(),
                key);
    }

    private List<String> overMessaging(String language, String program) {
        return Stream.concat(Stream.of(language), overMessaging(program).stream())
                .toList();
    }

    private List<String> overMessaging(String program) {
        return List.of(
                PROGRAMS.resolve(program).toString(),
                "localhost",
                String.valueOf(server.messagingPort()),
                server.alice().name(),
                server.alice().password(),
                key);
    }

    private void orderOnce(List<String> command) throws IOException, InterruptedException {
        assumeTrue(isThere(command.get(0)), command.get(0) + " is not here");
        String order = run(command);
        assertThat(order).isNotBlank();
        assertThat(run(command)).isEqualTo(order);
        assertThat(effects(key)).isEqualTo(1);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("client", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().put("NODE_PATH", libraries);
            Process client = builder.start();
            boolean ended = client.waitFor(2, TimeUnit.MINUTES);
            client.destroyForcibly();
            String text = Files.readString(said).strip();
            assertThat(ended && client.exitValue() == 0).as(text).isTrue();
            return text;
        } finally {
            Files.delete(said);
        }
    }

    private static boolean isThere(String program) {
        return Path.of(program).isAbsolute() || NodeLibraries.isThere(program);
    }
}
