package dev.parley.topic.engine.webhook;

import dev.parley.topic.engine.webhook.CheckedNames.NotAllowed;
import dev.parley.topic.webhook.AnswerPolicy;
import dev.parley.topic.webhook.CallOutcome;
import dev.parley.topic.webhook.HostPolicy;
import dev.parley.topic.webhook.ProofPolicy;
import dev.parley.topic.webhook.WebhookAnswer;
import dev.parley.topic.webhook.WebhookProblem;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** The calls of receivers: one that has not agreed yet is asked first. */
final class WebhookCalls {

    private final WebhookClient client;
    private final HostPolicy hosts;
    private final String origin;
    private final InstantSource clock;

    /** @param origin who sends, as receivers are told */
    WebhookCalls(WebhookClient client, HostPolicy hosts, String origin, InstantSource clock) {
        this.client = client;
        this.hosts = hosts;
        this.origin = origin;
        this.clock = clock;
    }

    /**
     * Begins a call, once its host is looked up, which blocks. The stage never fails, and completes in a thread that
     * must not be kept.
     */
    CompletionStage<CallResult> begin(WebhookCall call) {
        if (!hosts.allows(call.url())) {
            return done(
                    refused("parley.webhook.hosts does not allow " + call.url().host() + "."), call);
        }
        try {
            client.look(call.url().host());
        } catch (NotAllowed e) {
            return done(
                    refused(call.url().host() + " leads to addresses that are not public, and that"
                            + " parley.webhook.networks does not allow."),
                    call);
        } catch (UnknownHostException e) {
            return done(failed("There is no host " + call.url().host() + "."), call);
        }
        return called(call).exceptionally(thrown -> new CallResult(failed(reason(thrown)), call.isProved()));
    }

    private CompletionStage<CallResult> called(WebhookCall call) {
        return call.isProved() ? post(call) : client.send(question(call)).thenCompose(answer -> asked(call, answer));
    }

    private WebhookRequest question(WebhookCall call) {
        return new WebhookRequest("OPTIONS", call.url(), ProofPolicy.headers(origin), null);
    }

    private CompletionStage<CallResult> asked(WebhookCall call, WebhookAnswer answer) {
        CallOutcome outcome = ProofPolicy.decide(answer, origin, clock.instant());
        return outcome == null ? post(call) : done(outcome, call);
    }

    private CompletionStage<CallResult> post(WebhookCall call) {
        Instant now = clock.instant();
        Map<String, String> headers = new TreeMap<>(call.secrets().headers(call.id(), now, call.body()));
        headers.put("Origin", origin);
        return client.send(new WebhookRequest("POST", call.url(), headers, call.body()))
                .handle((answer, thrown) -> new CallResult(
                        thrown == null ? AnswerPolicy.decide(answer, clock.instant()) : failed(reason(thrown)), true));
    }

    private static CompletionStage<CallResult> done(CallOutcome outcome, WebhookCall call) {
        return CompletableFuture.completedFuture(new CallResult(outcome, call.isProved()));
    }

    private static CallOutcome refused(String detail) {
        return new CallOutcome.Failed(WebhookProblem.WEBHOOK_REFUSED.because(detail), null);
    }

    private static CallOutcome failed(String detail) {
        return new CallOutcome.Failed(WebhookProblem.WEBHOOK_FAILED.because(detail), null);
    }

    /** The reason as whoever subscribed may read it: not what is found where Parley is. */
    private static String reason(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof TimeoutException || cause instanceof java.net.SocketTimeoutException) {
            return "The receiver did not answer in time.";
        }
        return cause instanceof SSLException
                ? "The receiver's certificate or TLS is not accepted."
                : "The receiver could not be reached, or broke off.";
    }
}
