package dev.parley.undertow;

import dev.parley.engine.commit.WakeupBatching;
import dev.parley.web.ForeignPages;
import dev.parley.web.relay.DirectAnswer;
import dev.parley.web.relay.DirectCall;
import dev.parley.web.relay.DirectCalls;
import dev.parley.web.relay.ReceptionParameters;
import io.undertow.security.api.AuthenticationMode;
import io.undertow.security.impl.SecurityContextImpl;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.io.ByteArrayInputStream;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request that may be a direct call; what is not plain is none. */
record DirectExchange(HttpServerExchange exchange, DirectCalls calls) {

    /** Bytes of a body: more would keep the I/O thread from others. */
    private static final int LONGEST = 64 * 1024;

    private static final String JSON = "application/json";
    private static final Set<String> ACCEPTED = Set.of(JSON, "*/*");
    private static final HttpString IDEMPOTENCY_KEY = new HttpString("Idempotency-Key");

    /** Reads the call, and answers it some time later; false if it is none, and nothing has been done. */
    boolean begin() {
        KnownCaller caller = exchange.isInIoThread() ? KnownCaller.of(exchange, calls.identity()) : null;
        if (caller == null || !isPlain()) {
            return false;
        }
        Optional<DirectCall> call = DirectCall.of(exchange.getRequestMethod().toString(), exchange.getRelativePath());
        if (call.isEmpty() || !hasFittingBody(call.get())) {
            return false;
        }
        identify(caller);
        exchange.getRequestReceiver()
                .receiveFullBytes((same, body) ->
                        same.dispatch(SameThreadExecutor.INSTANCE, () -> carryOut(call.get(), caller, body)));
        return true;
    }

    /** Says who calls, for those who look at it later, as the access log does. */
    private void identify(KnownCaller caller) {
        var security = new SecurityContextImpl(exchange, AuthenticationMode.CONSTRAINT_DRIVEN, null);
        security.authenticationComplete(caller.account(), KnownCaller.MECHANISM, false);
        exchange.setSecurityContext(security);
    }

    /** Nothing is escaped, and nothing is said that would have to be understood. */
    private boolean isPlain() {
        HeaderMap headers = exchange.getRequestHeaders();
        String accepted = headers.getFirst(Headers.ACCEPT);
        return exchange.getRequestURI().equals(exchange.getResolvedPath() + exchange.getRelativePath())
                && exchange.getQueryString().indexOf('%') < 0
                && exchange.getQueryString().indexOf('+') < 0
                && (accepted == null || ACCEPTED.contains(accepted) || accepted.startsWith(JSON + ','))
                && !headers.contains(Headers.EXPECT)
                && !headers.contains(Headers.TRANSFER_ENCODING)
                && !headers.contains(Headers.CONTENT_ENCODING)
                && !headers.contains(ForeignPages.ORIGIN)
                && !headers.contains(ForeignPages.FETCH_SITE);
    }

    private boolean hasFittingBody(DirectCall call) {
        HeaderMap headers = exchange.getRequestHeaders();
        long length = exchange.getRequestContentLength();
        if (length <= 0) {
            return !call.kind().needsBody();
        }
        return call.kind().mayHaveBody() && length <= LONGEST && JSON.equals(headers.getFirst(Headers.CONTENT_TYPE));
    }

    private void carryOut(DirectCall call, KnownCaller caller, byte[] body) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(DirectExchange.class.getClassLoader());
        try {
            var input = new DirectCalls.Input(
                    exchange.getRequestHeaders().get(IDEMPOTENCY_KEY), this::parameter, new ByteArrayInputStream(body));
            CompletableFuture<Supplier<DirectAnswer>> answer = calls.answer(call, caller.caller(), input);
            if (waits(call)) {
                new ClientWatch(exchange, answer).beginSoon();
            }
            answer(answer);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private boolean waits(DirectCall call) {
        return call.kind() == DirectCall.Kind.RECEIVE && ReceptionParameters.waits(parameter("wait"));
    }

    private @Nullable String parameter(String name) {
        Deque<String> values = exchange.getQueryParameters().get(name);
        return values == null ? null : values.peekFirst();
    }

    private void answer(CompletionStage<Supplier<DirectAnswer>> stage) {
        var unused = stage.whenComplete((answer, thrown) -> WakeupBatching.to(exchange.getIoThread(), () -> {
            if (thrown == null) {
                write(answer.get());
            } else {
                boolean isGivenUp = thrown instanceof CancellationException;
                exchange.setStatusCode(isGivenUp ? StatusCodes.SERVICE_UNAVAILABLE : StatusCodes.INTERNAL_SERVER_ERROR)
                        .endExchange();
            }
        }));
    }

    private void write(DirectAnswer answer) {
        exchange.setStatusCode(answer.status());
        HeaderMap headers = exchange.getResponseHeaders();
        answer.headers().forEach((name, value) -> headers.put(HttpString.tryFromString(name), value));
        if (answer.body().hasRemaining()) {
            exchange.getResponseSender().send(answer.body());
        } else {
            exchange.endExchange();
        }
    }
}
