package dev.parley.it.security;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.StompParticipant;
import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag(Once.TAG)
@OnSharedServer
class StrangerConnectsIT {

    private final ParleyServer server;

    StrangerConnectsIT(ParleyServer server) {
        this.server = server;
    }

    @Test
    void isRefusedOverCoreWithoutAName() {
        try (var factory = JmsParticipant.coreFactory(server)) {
            assertThatExceptionOfType(JMSSecurityRuntimeException.class).isThrownBy(() -> use(factory.createContext()));
        }
    }

    @Test
    void isRefusedOverCoreWithAWrongPassword() {
        var alice = server.alice().withWrongPassword();
        try (var factory = JmsParticipant.coreFactory(server)) {
            assertThatExceptionOfType(JMSSecurityRuntimeException.class)
                    .isThrownBy(() -> use(factory.createContext(alice.name(), alice.password())));
        }
    }

    @Test
    void isRefusedOverAmqpWithoutAName() {
        var factory = new JmsConnectionFactory("amqp://127.0.0.1:" + server.messagingPort());

        assertThatExceptionOfType(JMSRuntimeException.class).isThrownBy(() -> use(factory.createContext()));
    }

    @Test
    void isRefusedOverAmqpWithAWrongPassword() {
        var alice = server.alice().withWrongPassword();
        var factory = new JmsConnectionFactory("amqp://127.0.0.1:" + server.messagingPort());

        assertThatExceptionOfType(JMSRuntimeException.class)
                .isThrownBy(() -> use(factory.createContext(alice.name(), alice.password())));
    }

    @Test
    void isRefusedOverStompWithAWrongPassword() {
        var alice = server.alice().withWrongPassword();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new StompParticipant(server, alice).close())
                .withMessageContaining("ERROR");
    }

    /** Whose answer would be 101 on a WildFly as it comes; then something else would be spoken from there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "activemq-remoting; Sec-ActiveMQRemoting-Key: dGhlIHNhbXBsZSBub25jZQ==; activemq.endpoint:"
                        + " http-acceptor",
                "jboss-remoting; Sec-JbossRemoting-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "h2c; HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"
            })
    void isNotSwitchedToAnotherProtocolByTheHttpPort(String upgrade) throws IOException {
        String connection = upgrade.startsWith("h2c") ? "Upgrade, HTTP2-Settings" : "Upgrade";
        assertThat(said("GET / HTTP/1.1; Host: localhost; Connection: " + connection + "; Upgrade: " + upgrade))
                .startsWith("HTTP/1.1 404 ");
    }

    /** Who knows that a server speaks HTTP/2 begins with it. */
    @Test
    void doesNotSpeakHttp2WithTheHttpPort() throws IOException {
        assertThat(said("PRI * HTTP/2.0; ; SM")).doesNotContain("\0").doesNotStartWith("HTTP/2");
    }

    /** Clients that could do either would choose HTTP/2 there by themselves. */
    @Test
    void doesNotAgreeOnHttp2OverTls() throws IOException, GeneralSecurityException {
        try (SSLSocket socket = tls()) {
            SSLParameters offered = socket.getSSLParameters();
            offered.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            socket.setSSLParameters(offered);
            socket.startHandshake();

            assertThat(socket.getApplicationProtocol()).isIn("", "http/1.1");
        }
    }

    /** Some tens of them held all of HTTP once. A body that comes byte by byte is none, with TLS or without. */
    @Test
    void keepsNobodyWaitingWithBodiesThatComeSlowlyOverTls() throws IOException, GeneralSecurityException {
        List<Socket> slow = new ArrayList<>();
        HttpParticipant other = new HttpParticipant(server, server.bob());
        try {
            for (int i = 0; i < 60; i++) {
                SSLSocket socket = tls();
                slow.add(socket);
                write(
                        socket,
                        "POST " + ServerNames.API + "/operations/" + PLACE_ORDER
                                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                                + server.alice().basic() + "\r\nContent-Length: 1000\r\n\r\n{");
            }
            for (int i = 0; i < 5; i++) {
                for (Socket each : slow) {
                    write(each, " ");
                }
                long begun = System.nanoTime();
                HttpAnswer answer = other.operation(PLACE_ORDER)
                        .body(order())
                        .prefer("wait=20")
                        .send();
                assertThat(answer.conversationStatus()).as(answer.toString()).isEqualTo("SUCCEEDED");
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
            }
        } finally {
            for (Socket each : slow) {
                each.close();
            }
        }
    }

    private SSLSocket tls() throws IOException, GeneralSecurityException {
        SSLContext anybody = SSLContext.getInstance("TLS");
        anybody.init(null, new TrustManager[] {new Trusting()}, null);
        SSLSocket socket = (SSLSocket)
                anybody.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.httpsPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** The certificate is one that the server has made for itself. */
    private static final class Trusting extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** What a WildFly has by itself: a page, the way to where it is managed, and what EJBs are called by. */
    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /index.html",
        "GET, /console",
        "GET, /wildfly-services",
        "POST, /wildfly-services/ejb/v1/invoke/a/b/-/C/-/D/run",
        "GET, /wildfly-services/naming/v1/lookup/jms",
        "GET, /wildfly-services/txn/v1/ut/begin"
    })
    void findsNothingOfTheServersOwn(String method, String path) throws IOException {
        assertThat(said(method + " " + path + " HTTP/1.1; Host: localhost; Content-Length: 0; Connection: close"))
                .startsWith("HTTP/1.1 404 ");
    }

    /** The beginning of what the HTTP port says to these lines, which are written with semicolons. */
    private String said(String lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.httpPort())) {
            socket.setSoTimeout(10_000);
            String text = lines.replace("; ", "\r\n") + "\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(13), StandardCharsets.ISO_8859_1);
        }
    }

    private static void use(JMSContext context) {
        try (context) {
            context.createTemporaryQueue();
        }
    }
}
