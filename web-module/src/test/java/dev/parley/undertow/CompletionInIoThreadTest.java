package dev.parley.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With the server's own container, without the rest of it. */
class CompletionInIoThreadTest {

    private final BlockingQueue<Boolean> completions = new LinkedBlockingQueue<>();

    @SuppressWarnings("serial")
    public static final class Greeting extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("hello");
        }
    }

    @Test
    void theContainerFindsIt() {
        assertThat(ServiceLoader.load(ServletExtension.class)).anyMatch(CompletionInIoThread.class::isInstance);
    }

    @Test
    @Timeout(60)
    void everyRequestOfAConnectionIsCompletedInItsIoThread() throws Exception {
        HttpHandler greeting = deploy().start();
        Undertow server = Undertow.builder()
                .addHttpListener(0, "localhost")
                .setHandler(exchange -> {
                    exchange.addExchangeCompleteListener(this::completed);
                    greeting.handleRequest(exchange);
                })
                .build();
        server.start();
        try {
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            for (int i = 0; i < 3; i++) {
                var response = client.send(request(server), HttpResponse.BodyHandlers.ofString());
                assertThat(response.body()).isEqualTo("hello");
                assertThat(completions.poll(20, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            server.stop();
        }
    }

    /** What is added first is called last: it sees where the connection is made ready. */
    private void completed(HttpServerExchange exchange, ExchangeCompletionListener.NextListener next) {
        completions.add(exchange.isInIoThread());
        next.proceed();
    }

    private DeploymentManager deploy() {
        DeploymentInfo deployment = Servlets.deployment()
                .setClassLoader(getClass().getClassLoader())
                .setContextPath("/")
                .setDeploymentName("greeting")
                .addServlet(Servlets.servlet(Greeting.class).addMapping("/*"));
        DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
        manager.deploy();
        return manager;
    }

    private HttpRequest request(Undertow server) {
        var address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return HttpRequest.newBuilder(URI.create("http://localhost:" + address.getPort() + "/"))
                .build();
    }
}
