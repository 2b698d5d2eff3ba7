package dev.parley.it.http;

import static dev.parley.it.client.Samples.fresh;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.Samples;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that sends slowly, or what is no HTTP, with a login or without. */
@OnSharedServer
@Tag(Once.TAG)
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ClientIsOddIT {

    private static final int MANY = 200;

    private final ParleyServer server;
    private final List<Socket> sockets = new ArrayList<>();

    ClientIsOddIT(ParleyServer server) {
        this.server = server;
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private Socket send(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.httpPort());
        socket.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
        sockets.add(socket);
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String post(String... headers) {
        return "POST " + ServerNames.API + "/operations/place-order HTTP/1.1\r\nHost: localhost\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private String login() {
        return "Authorization: " + server.alice().basic();
    }

    private static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = 0;
        while (next >= 0 && head.indexOf("\r\n\r\n") < 0) {
            next = socket.getInputStream().read();
            head.append((char) next);
        }
        return head.toString();
    }

    @Test
    void keepsNobodyFromTheServer() throws Exception {
        for (int i = 0; i < MANY; i++) {
            send(post("Content-Length: 100") + "{");
            send(post(login(), "Content-Length: 100") + "{");
            send(post("Content-Length: 100", "Expect: 100-continue"));
            send("POST /parley/v1/oper");
        }

        HttpParticipant other = new HttpParticipant(server, server.bob());
        for (int i = 0; i < 20; i++) {
            long begun = System.nanoTime();
            HttpAnswer answer = other.operation(Samples.PLACE_ORDER)
                    .body(Samples.order())
                    .prefer("wait=20")
                    .send();
            assertThat(answer.conversationStatus()).as(answer.toString()).isEqualTo("SUCCEEDED");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void isHungUpOnIfItsHeadDoesNotCome() throws IOException {
        Socket socket = send("POST /parley/v1/oper");

        assertThat(socket.getInputStream().read()).isNegative();
    }

    @Test
    void isAnsweredAtOnceIfAChunkIsNone() throws IOException {
        assertThat(head(send(post(login(), "Transfer-Encoding: chunked") + "zz\r\n{}\r\n")))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void isToldThatABodyIsTooLarge() throws IOException {
        Socket socket = send(post(login(), "Content-Type: application/json", "Content-Length: 10000000"));
        socket.getOutputStream().write(new byte[200_000]);

        assertThat(head(socket)).startsWith("HTTP/1.1 413").contains("application/problem+json");
    }

    @Test
    void isNotAuthenticatedIfItsCredentialsCannotBeRead() throws IOException {
        String head = head(send(post("Authorization: Basic !!!", "Content-Length: 0")));

        assertThat(head).startsWith("HTTP/1.1 401").contains("WWW-Authenticate: Basic");
    }

    /** What it says of itself fills no log: one line at most, and where something was thrown is nobody's business. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /operations/place-order; Content-Type: MARK",
                "POST /operations/place-order; Content-Type: MARK/b/c;=",
                "GET /conversations; Accept: MARK",
                "GET /conversations; Accept: text/plain, MARK/b/c;=",
                "GET /conversations/MARK%ff; X: y",
                "GET /conversations?after=MARK%ff; X: y"
            })
    void isToldThatItsHeadCannotBeRead(String said) throws IOException {
        String mark = fresh("odd");
        int traces = server.logged("\tat ").size();
        int end = said.indexOf("; ");
        String request = ServerNames.API + said.substring(said.indexOf(' ') + 1, end);

        String head = head(send(said.substring(0, said.indexOf(' ') + 1)
                + (request + " HTTP/1.1\r\nHost: localhost\r\n" + login() + "\r\nContent-Length: 0\r\n"
                                + said.substring(end + 2) + "\r\n\r\n")
                        .replace("MARK", mark)));

        assertThat(head).startsWith("HTTP/1.1 400");
        assertThat(server.logged(mark)).hasSizeLessThanOrEqualTo(1);
        assertThat(server.logged("\tat ")).hasSize(traces);
    }

    @Test
    void changesNothingForAPageOfAnotherOrigin() throws IOException {
        String form = "Content-Type: application/x-www-form-urlencoded";
        assertThat(head(send(post(login(), form, "Origin: https://evil.example", "Content-Length: 0"))))
                .startsWith("HTTP/1.1 403");
    }
}
