package dev.parley.topic.engine.webhook;

import dev.parley.topic.webhook.WebhookAnswer;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The client that calls receivers. It follows no redirect, keeps no cookie, repeats nothing, goes through no proxy, and
 * connects only to addresses that {@link CheckedNames} has checked; over TLS the certificate has to be that of the
 * name. One thread serves all connections.
 */
final class WebhookClient implements AutoCloseable {

    private static final int CONNECTIONS = 1000;
    private static final int CONNECTIONS_TO_ONE = 20;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_LINE = 8192;

    private final CloseableHttpAsyncClient client;
    private final CheckedNames names;
    private final Duration timeout;

    /**
     * @param timeout how long an answer may take, from the first packet to its head
     * @param tls whose certificates are believed; null for those of the platform
     */
    WebhookClient(CheckedNames names, Duration timeout, @Nullable SSLContext tls) {
        this.names = names;
        this.timeout = timeout;
        Timeout limit = Timeout.of(timeout);
        client = HttpAsyncClients.custom()
                .setConnectionManager(connections(names, limit, tls))
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(1)
                        .setSoTimeout(limit)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(limit)
                        .setResponseTimeout(limit)
                        .build())
                .setHttp1Config(Http1Config.custom()
                        .setMaxHeaderCount(MOST_HEADERS)
                        .setMaxLineLength(LONGEST_LINE)
                        .build())
                .setUserAgent("Parley")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        client.start();
    }

    private static PoolingAsyncClientConnectionManager connections(
            CheckedNames names, Timeout limit, @Nullable SSLContext tls) {
        // Its usual policy, BUILTIN, sets what the platform is to check after the engine has taken its parameters (5.5)
        ClientTlsStrategyBuilder strategy =
                ClientTlsStrategyBuilder.create().setHostVerificationPolicy(HostnameVerificationPolicy.BOTH);
        if (tls != null) {
            strategy.setSslContext(tls);
        }
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setTlsStrategy(strategy.buildAsync())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .setHandshakeTimeout(limit)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(limit)
                        .setSocketTimeout(limit)
                        .setTimeToLive(1, TimeUnit.MINUTES)
                        .setValidateAfterInactivity(1, TimeUnit.SECONDS)
                        .build())
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS_TO_ONE)
                .build();
    }

    /**
     * Looks up the name that requests to it are sent to. This blocks.
     *
     * @throws UnknownHostException if there is no address that may be called
     */
    void look(String host) throws UnknownHostException {
        names.look(host);
    }

    /**
     * Sends a request to a host that was looked up. The stage completes with the head of the answer; with an exception
     * if there is none in time, in a thread that must not be kept.
     */
    CompletionStage<WebhookAnswer> send(WebhookRequest request) {
        CompletableFuture<WebhookAnswer> head = new CompletableFuture<>();
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        HttpHost host = new HttpHost(
                request.url().scheme(), request.url().host(), request.url().port());
        Future<WebhookAnswer> exchange =
                client.execute(host, producer(request, host), new AnswerHead(head), null, null, new Ending(head, end));
        var unused = end.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).exceptionally(late -> {
            head.completeExceptionally(late instanceof TimeoutException ? late : new CancellationException());
            exchange.cancel(true);
            return false;
        });
        return head;
    }

    private static AsyncRequestProducer producer(WebhookRequest request, HttpHost host) {
        BasicHttpRequest message =
                new BasicHttpRequest(request.method(), host, request.url().target());
        request.headers().forEach(message::addHeader);
        return new BasicRequestProducer(message, entity(request.body()));
    }

    private static @Nullable AsyncEntityProducer entity(@Nullable String body) {
        return body == null
                ? null
                : new BasicAsyncEntityProducer(
                        body.getBytes(StandardCharsets.UTF_8),
                        ContentType.create("application/cloudevents+json", StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    /** The end of an exchange, however it comes. */
    private record Ending(CompletableFuture<WebhookAnswer> head, CompletableFuture<Boolean> end)
            implements FutureCallback<WebhookAnswer> {

        @Override
        public void completed(WebhookAnswer answer) {
            head.complete(answer);
            end.complete(true);
        }

        @Override
        public void failed(Exception cause) {
            head.completeExceptionally(cause);
            end.complete(false);
        }

        @Override
        public void cancelled() {
            head.completeExceptionally(new CancellationException());
            end.complete(false);
        }
    }
}
