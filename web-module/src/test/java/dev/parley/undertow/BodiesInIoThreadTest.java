package dev.parley.undertow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.RequestBodies;
import dev.parley.web.RequestBodiesExample;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the server's own container, which has two threads, and without the rest of it. */
@Timeout(60)
class BodiesInIoThreadTest {

    private static final int MOST = 1024 * 1024;

    private Undertow server;
    private final List<Socket> sockets = new ArrayList<>();

    /** Says how much it got, and by whom. */
    @SuppressWarnings("serial")
    public static final class Counting extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            int size = request.getInputStream().readAllBytes().length;
            response.getWriter().print(size + " bytes, " + request.getHeader("Authorization"));
        }
    }

    @BeforeEach
    void start() throws Exception {
        start(Duration.ofMinutes(1));
    }

    private void start(Duration patience) throws Exception {
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(getClass().getClassLoader())
                .setContextPath("/")
                .setDeploymentName("counting")
                .addServletContextAttribute(RequestBodies.class.getName(), RequestBodiesExample.of(1000, patience))
                .addServlet(Servlets.servlet(Counting.class).addMapping("/*"));
        DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
        ServiceLoader.load(ServletExtension.class).forEach(deployment::addServletExtension);
        manager.deploy();
        server = Undertow.builder()
                .setIoThreads(2)
                .setWorkerThreads(2)
                // Above it the listener answers by itself, with no problem object: configure.cli sets it as well
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, 1L << 30)
                .addHttpListener(0, "localhost")
                .setHandler(manager.start())
                .build();
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.stop();
    }

    private Socket send(String... texts) throws IOException {
        var address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        Socket socket = new Socket("localhost", address.getPort());
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        for (String text : texts) {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        }
        return socket;
    }

    private static String post(String... headers) {
        return "POST / HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    /** All that comes until the connection is closed, or all of an answer. */
    private static String answer(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[4096];
        int count = 0;
        while (count >= 0 && !isWhole(text)) {
            text.append(new String(buffer, 0, count, ISO_8859_1));
            count = isWhole(text) ? -1 : socket.getInputStream().read(buffer);
        }
        return text.toString();
    }

    private static boolean isWhole(StringBuilder text) {
        int end = text.indexOf("\r\n\r\n");
        int field = text.indexOf("Content-Length: ");
        if (end < 0 || field < 0 || field > end) {
            return false;
        }
        String length = text.substring(field + 16, text.indexOf("\r\n", field));
        return text.length() >= end + 4 + Integer.parseInt(length);
    }

    @Test
    void theContainerAsksItFirst() {
        ServletExtension last = null;
        for (ServletExtension extension : ServiceLoader.load(ServletExtension.class)) {
            last = extension;
        }
        assertThat(last).isInstanceOf(BodiesInIoThread.class);
    }

    @Test
    void whoeverSendsNoBodyHoldsNobody() throws IOException {
        for (int i = 0; i < 40; i++) {
            send(post("Content-Length: 100"), "begin");
            send(post("Content-Length: 100", "Expect: 100-continue"));
            send(post("Transfer-Encoding: chunked"), "5\r\nbe");
        }

        for (int i = 0; i < 20; i++) {
            assertThat(answer(send(post("Content-Length: 3"), "abc"))).endsWith("3 bytes, null");
        }
    }

    @Test
    void whatComesInPiecesIsRead() throws IOException {
        Socket socket = send(post("Content-Length: 3000"));
        for (int i = 0; i < 3; i++) {
            socket.getOutputStream().write(new byte[1000]);
            socket.getOutputStream().flush();
        }
        assertThat(answer(socket)).endsWith("3000 bytes, null");

        socket.getOutputStream().write((post("Transfer-Encoding: chunked") + "5\r\nhello\r\n").getBytes(ISO_8859_1));
        socket.getOutputStream().write("A\r\n0123456789\r\n0\r\n\r\n".getBytes(ISO_8859_1));
        assertThat(answer(socket)).endsWith("15 bytes, null");

        socket.getOutputStream().write(post("Transfer-Encoding: chunked").getBytes(ISO_8859_1));
        socket.getOutputStream().write("0\r\n\r\n".getBytes(ISO_8859_1));
        assertThat(answer(socket)).endsWith("0 bytes, null");

        socket.getOutputStream().write(post("Content-Length: 0").getBytes(ISO_8859_1));
        assertThat(answer(socket)).endsWith("0 bytes, null");
    }

    @Test
    void whoeverAsksBeforeIsToldToSend() throws IOException {
        Socket socket = send(post("Content-Length: 3", "Expect: 100-continue"));
        assertThat(new String(socket.getInputStream().readNBytes(25), ISO_8859_1))
                .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        socket.getOutputStream().write("abc".getBytes(ISO_8859_1));
        assertThat(answer(socket)).contains("HTTP/1.1 200").endsWith("3 bytes, null");
    }

    @Test
    void whatIsTooLargeIsNotRead() throws IOException {
        String answer = answer(send(post("Content-Length: " + (MOST + 1), "Expect: 100-continue")));
        assertThat(answer).startsWith("HTTP/1.1 413").contains("Connection: close", "application/problem+json");
        assertThat(answer).contains("urn:parley:fault:message-too-large");
    }

    @Test
    void whatIsTooLargeIsAnsweredWhileItComes() throws IOException {
        Socket socket = send(post("Content-Length: 10000000"));
        socket.getOutputStream().write(new byte[500_000]);
        assertThat(answer(socket)).startsWith("HTTP/1.1 413").endsWith("}");

        Socket chunked = send(post("Transfer-Encoding: chunked"));
        for (int i = 0; i < 10; i++) {
            chunked.getOutputStream().write(("20000\r\n" + "x".repeat(0x20000) + "\r\n").getBytes(ISO_8859_1));
        }
        assertThat(answer(chunked)).startsWith("HTTP/1.1 413").endsWith("}");
    }

    @Test
    void whatDoesNotComeInTimeIsRefused() throws Exception {
        server.stop();
        start(Duration.ofMillis(300));

        String answer = answer(send(post("Content-Length: 100"), "begin"));

        assertThat(answer).startsWith("HTTP/1.1 408").contains("urn:parley:fault:body-late");
    }

    @Test
    void whatIsNoChunkIsAnsweredAtOnce() throws IOException {
        Socket together = send(post("Transfer-Encoding: chunked") + "zz\r\nhello\r\n");
        assertThat(answer(together)).startsWith("HTTP/1.1 400").contains("body-incomplete");
        Socket apart = send(post("Transfer-Encoding: chunked"), "zz\r\nhello\r\n");
        assertThat(answer(apart)).startsWith("HTTP/1.1 400").contains("body-incomplete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "", "YWxpY2U=", "YWxpY2U6c2VjcmV0", "YWxpY2U6c2VjcmV0MQ", "OnNlY3JldA=="})
    void credentialsThatCannotBeReadAreNone(String credentials) throws IOException {
        boolean isReadable = credentials.equals("YWxpY2U6c2VjcmV0");
        assertThat(answer(send(post("Content-Length: 0", "Authorization: Basic " + credentials))))
                .endsWith("0 bytes, " + (isReadable ? "Basic " + credentials : "null"));
        assertThat(new String(Base64.getDecoder().decode("YWxpY2U6c2VjcmV0"), ISO_8859_1))
                .isEqualTo("alice:secret");
    }
}
