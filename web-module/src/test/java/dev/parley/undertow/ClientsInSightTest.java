package dev.parley.undertow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.Client;
import dev.parley.web.RequestBodies;
import dev.parley.web.RequestBodiesExample;
import io.undertow.Undertow;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With the server's own container: requests whose answers are awaited. */
@Timeout(60)
class ClientsInSightTest {

    private static final BlockingQueue<CompletableFuture<String>> AWAITED = new LinkedBlockingQueue<>();

    private Undertow server;
    private Socket socket;

    /** Answers with what somebody else says, some time. */
    @SuppressWarnings("serial")
    public static final class Waiting extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            var async = request.startAsync();
            var awaited = new CompletableFuture<String>();
            var watched = Client.awaits(request, awaited);
            var unused = watched.whenComplete((text, thrown) -> {
                try {
                    response.getOutputStream().print(String.valueOf(text));
                } catch (IOException e) {
                    // nobody is there
                }
                async.complete();
            });
            AWAITED.add(awaited);
        }
    }

    @BeforeEach
    void start() throws Exception {
        AWAITED.clear();
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(getClass().getClassLoader())
                .setContextPath("/")
                .setDeploymentName("waiting")
                .addServletContextAttribute(
                        RequestBodies.class.getName(), RequestBodiesExample.of(1000, Duration.ofMinutes(1)))
                .addServlet(Servlets.servlet(Waiting.class).addMapping("/*").setAsyncSupported(true));
        ServiceLoader.load(ServletExtension.class).forEach(deployment::addServletExtension);
        DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
        manager.deploy();
        server = Undertow.builder()
                .addHttpListener(0, "localhost")
                .setHandler(manager.start())
                .build();
        server.start();
        var address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        socket = new Socket("localhost", address.getPort());
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
        server.stop();
    }

    private void ask(String body) throws IOException {
        String head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static CompletableFuture<String> awaited() throws InterruptedException {
        return AWAITED.poll(20, TimeUnit.SECONDS);
    }

    private void assertAnswer(String text) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\n" + text)) {
            int next = socket.getInputStream().read();
            assertThat(next).as(answer.toString()).isNotNegative();
            answer.append((char) next);
        }
    }

    @Test
    void whatNobodyAwaitsAnyMoreIsCancelled() throws Exception {
        ask("{}");
        CompletableFuture<String> awaited = awaited();

        socket.close();

        assertThat(awaited)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void whoeverStaysIsAnsweredAndMayAskAgain() throws Exception {
        for (int i = 0; i < 3; i++) {
            ask("");
            awaited().complete("here" + i);
            assertAnswer("here" + i);
        }
    }

    @Test
    void whoeverAsksAgainBeforeTheAnswerIsAnsweredTwice() throws Exception {
        ask("{}");
        CompletableFuture<String> first = awaited();
        ask("{\"again\":1}");
        ask("");
        first.complete("one");
        assertAnswer("one");
        awaited().complete("two");
        assertAnswer("two");
        awaited().complete("three");
        assertAnswer("three");
    }
}
