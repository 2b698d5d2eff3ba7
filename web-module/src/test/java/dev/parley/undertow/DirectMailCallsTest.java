package dev.parley.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Caller;
import dev.parley.relay.ReceivedMails;
import dev.parley.web.relay.DirectCalls;
import dev.parley.web.relay.DirectCallsExample;
import dev.parley.web.relay.FakeMails;
import io.undertow.Undertow;
import io.undertow.security.idm.Account;
import io.undertow.security.idm.Credential;
import io.undertow.security.idm.IdentityManager;
import io.undertow.security.idm.PasswordCredential;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.LoginConfig;
import io.undertow.servlet.api.SecurityConstraint;
import io.undertow.servlet.api.WebResourceCollection;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.time.Duration;
import java.util.Base64;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the server's own container, without the rest of it: a servlet stands for the usual way. */
@Timeout(60)
class DirectMailCallsTest {

    private static final String USUAL = "the usual way";
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final FakeMails mails = new FakeMails();
    private final AtomicInteger authentications = new AtomicInteger();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Undertow server;

    @SuppressWarnings("serial")
    public static final class UsualWay extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            response.getWriter().print(USUAL);
        }
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theContainerFindsIt() throws Exception {
        start(FOR_EVER);
        assertThat(ServiceLoader.load(ServletExtension.class)).anyMatch(DirectMailCalls.class::isInstance);
    }

    @Test
    void whoIsKnownIsAnsweredDirectly() throws Exception {
        start(FOR_EVER);
        assertThat(receive("ann").body()).isEqualTo(USUAL);
        var direct = receive("ann");
        assertThat(direct.body()).startsWith("{\"messages\":[");
        assertThat(direct.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(direct.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(mails.receptions).hasSize(1);
        assertThat(mails.receptions.get(0).caller()).isEqualTo(new Caller("ann", false));
        assertThat(authentications).hasValue(1);
    }

    @Test
    void bodiesAreReadAndProblemsAnswered() throws Exception {
        start(FOR_EVER);
        receive("ann");
        assertThat(send("{\"body\":{\"a\":1}}").statusCode()).isEqualTo(201);
        assertThat(mails.sendings.get(0).messages().get(0).body()).isEqualTo("{\"a\":1}");
        var refused = send("{\"body\":");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(send("{\"body\":1}").statusCode()).isEqualTo(201);
    }

    @Test
    void anOperatorIsOne() throws Exception {
        start(FOR_EVER);
        receive("olga");
        receive("olga");
        assertThat(mails.receptions.get(0).caller()).isEqualTo(new Caller("olga", true));
    }

    @Test
    void whoeverElseComesOnTheSameConnectionIsAuthenticated() throws Exception {
        start(FOR_EVER);
        receive("ann");
        receive("ann");
        assertThat(receive("bob").body()).isEqualTo(USUAL);
        assertThat(receive("mallory").statusCode()).isEqualTo(401);
        assertThat(send(to("receive")).statusCode()).isEqualTo(401);
        assertThat(mails.receptions).extracting(one -> one.caller().name()).containsExactly("ann");
    }

    @Test
    void whoWasRefusedIsNotKnown() throws Exception {
        start(FOR_EVER);
        assertThat(receive("mallory").statusCode()).isEqualTo(401);
        assertThat(receive("mallory").statusCode()).isEqualTo(401);
        assertThat(receive("eve").statusCode()).isEqualTo(403);
        assertThat(receive("eve").statusCode()).isEqualTo(403);
        assertThat(mails.receptions).isEmpty();
    }

    @Test
    void afterAWhileTheCallerIsAuthenticatedAgain() throws Exception {
        start(Duration.ofNanos(1));
        receive("ann");
        assertThat(receive("ann").body()).isEqualTo(USUAL);
        assertThat(authentications).hasValue(2);
    }

    @Test
    void zeroMeansNever() throws Exception {
        start(Duration.ZERO);
        receive("ann");
        assertThat(receive("ann").body()).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, receive?lock=PT%31S, '', ",
        "POST, %72eceive, '', ",
        "POST, receive;a=b, '', ",
        "POST, receive, {}, text/plain",
        "POST, receive, {}, ",
        "DELETE, locks/1.a, {}, application/json",
        "POST, messages, {}, text/plain",
        "POST, messages, {}, ",
        "POST, messages, '', application/json",
        "GET, messages, '', ",
        "POST, locks/1.a/reply, {}, application/json",
    })
    void whatIsNotPlainTakesTheUsualWay(String method, String what, String body, String type) throws Exception {
        start(FOR_EVER);
        receive("ann");
        var request = to(what).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        assertThat(send(request.header("Authorization", basic("ann"))).body()).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @CsvSource({"application/json-seq", "application/json;q=0", "text/html"})
    void whoWantsSomethingElseTakesTheUsualWay(String accepted) throws Exception {
        start(FOR_EVER);
        receive("ann");
        assertThat(send(to("receive").header("Authorization", basic("ann")).header("Accept", accepted))
                        .body())
                .isEqualTo(USUAL);
    }

    @Test
    void whatIsLargeTakesTheUsualWay() throws Exception {
        start(FOR_EVER);
        receive("ann");
        assertThat(send("{\"body\":\"" + "a".repeat(70_000) + "\"}").body()).isEqualTo(USUAL);
    }

    @Test
    void whoeverClosesTheConnectionWaitsNoMore() throws Exception {
        start(FOR_EVER);
        CompletableFuture<ReceivedMails> received = new CompletableFuture<>();
        mails.received = received;
        int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        try (Socket socket = new Socket("localhost", port)) {
            ask(socket, "receive");
            socket.getInputStream().read(new byte[10_000]);
            ask(socket, "receive?wait=20");
            while (mails.receptions.isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(received).isNotDone();
        }

        assertThat(received)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .isInstanceOf(CancellationException.class);
    }

    private static void ask(Socket socket, String what) throws IOException {
        String request = "POST /parley/v1/mailboxes/a/" + what + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                + "Authorization: " + basic("ann") + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private HttpResponse<String> receive(String user) throws IOException, InterruptedException {
        return send(to("receive").header("Authorization", basic(user)));
    }

    private HttpResponse<String> send(String json) throws IOException, InterruptedException {
        return send(to("messages")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .header("Content-Type", "application/json")
                .header("Authorization", basic("ann")));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String what) {
        int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/parley/v1/mailboxes/a/" + what))
                .POST(HttpRequest.BodyPublishers.noBody());
    }

    private static String basic(String user) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":secret").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void start(Duration identity) throws Exception {
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(getClass().getClassLoader())
                .setContextPath("/parley")
                .setDeploymentName("parley")
                .addServlet(Servlets.servlet(UsualWay.class).addMapping("/*"))
                .addServletContextAttribute(DirectCalls.class.getName(), DirectCallsExample.of(mails, identity))
                .setLoginConfig(new LoginConfig("BASIC", "realm"))
                .setIdentityManager(new Users())
                .addSecurityConstraint(new SecurityConstraint()
                        .addWebResourceCollection(new WebResourceCollection().addUrlPattern("/*"))
                        .addRolesAllowed("participant", "operator"));
        DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
        manager.deploy();
        server = Undertow.builder()
                .addHttpListener(0, "localhost")
                .setHandler(io.undertow.Handlers.path().addPrefixPath("/parley", manager.start()))
                .build();
        server.start();
    }

    /** Ann and bob are participants, olga is an operator, eve is nothing, and nobody else is there. */
    private final class Users implements IdentityManager {

        @Override
        public Account verify(Account account) {
            return account;
        }

        @Override
        public Account verify(String id, Credential credential) {
            authentications.incrementAndGet();
            boolean good = credential instanceof PasswordCredential password
                    && new String(password.getPassword()).equals("secret");
            return good && Set.of("ann", "bob", "olga", "eve").contains(id) ? new User(id) : null;
        }

        @Override
        public Account verify(Credential credential) {
            return null;
        }
    }

    private record User(String name) implements Account {

        @Override
        public Principal getPrincipal() {
            return () -> name;
        }

        @Override
        public Set<String> getRoles() {
            return switch (name) {
                case "eve" -> Set.of();
                case "olga" -> Set.of("operator");
                default -> Set.of("participant");
            };
        }
    }
}
