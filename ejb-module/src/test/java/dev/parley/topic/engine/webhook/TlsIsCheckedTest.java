package dev.parley.topic.engine.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.parley.topic.webhook.CallOutcome;
import dev.parley.topic.webhook.CallOutcome.Delivered;
import dev.parley.topic.webhook.CallOutcome.Failed;
import dev.parley.topic.webhook.HostPolicy;
import dev.parley.topic.webhook.HostRule;
import dev.parley.topic.webhook.Network;
import dev.parley.topic.webhook.NetworkPolicy;
import dev.parley.topic.webhook.SigningSecrets;
import dev.parley.topic.webhook.WebhookSecret;
import dev.parley.topic.webhook.WebhookUrl;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls a receiver that has a certificate for {@code hooks.test}. */
class TlsIsCheckedTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private KeyStore keys() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "hooks",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=hooks.test",
                        "-ext",
                        "san=dns:hooks.test",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static SSLContext context(KeyStore keys) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static CallOutcome call(String host, int port, @Nullable SSLContext believed) throws Exception {
        NetworkPolicy networks =
                new NetworkPolicy(List.of(Network.parse("127.0.0.1").orElseThrow()));
        CheckedNames names = new CheckedNames(networks, name -> new InetAddress[] {InetAddress.getLoopbackAddress()});
        try (WebhookClient client = new WebhookClient(names, Duration.ofSeconds(10), believed)) {
            SigningSecrets secrets = SigningSecrets.of(WebhookSecret.of(new byte[WebhookSecret.LENGTH]));
            return new WebhookCalls(
                            client,
                            new HostPolicy(List.of(new HostRule(true, "*", port))),
                            "parley",
                            InstantSource.system())
                    .begin(new WebhookCall(new WebhookUrl(true, host, port, "/"), true, secrets, "evt_1", "{}"))
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS)
                    .outcome();
        }
    }

    private static void isNotAccepted(CallOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Failed.class, failed -> assertThat(
                        failed.problem().detail())
                .contains("certificate"));
    }

    @Test
    void theCertificateHasToBeOfTheNameAndBelieved() throws Exception {
        SSLContext context = context(keys());
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            assertThat(call("hooks.test", port, context)).isInstanceOf(Delivered.class);
            isNotAccepted(call("other.test", port, context));
            isNotAccepted(call("127.0.0.1", port, context));
            isNotAccepted(call("hooks.test", port, null));
        } finally {
            server.stop(0);
        }
    }
}
