package dev.parley.topic.engine.webhook;

import dev.parley.topic.webhook.ProofPolicy;
import dev.parley.topic.webhook.WebhookAnswer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * The head of an answer, which is all that counts. Of its body so much is read, and thrown away, that the connection
 * can be used again; a body without end ends the connection.
 */
final class AnswerHead implements AsyncResponseConsumer<WebhookAnswer> {

    private static final int MOST = 64 * 1024;

    private final CompletableFuture<WebhookAnswer> answer;
    private @Nullable FutureCallback<WebhookAnswer> end;
    private long read;

    /** @param answer is completed when the head is there, or never will be */
    AnswerHead(CompletableFuture<WebhookAnswer> answer) {
        this.answer = answer;
    }

    @Override
    public void consumeResponse(
            HttpResponse response,
            @Nullable EntityDetails entity,
            HttpContext context,
            FutureCallback<WebhookAnswer> callback) {
        WebhookAnswer head = new WebhookAnswer(
                response.getCode(), header(response, "Retry-After"), header(response, ProofPolicy.ALLOWED_ORIGIN));
        answer.complete(head);
        if (entity == null) {
            callback.completed(head);
        } else {
            end = callback;
        }
    }

    private static @Nullable String header(HttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // something will follow
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(MOST);
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        read += bytes.remaining();
        bytes.position(bytes.limit());
        if (read > MOST) {
            throw new IOException("The body of an answer is too long");
        }
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        if (end != null) {
            end.completed(answer.getNow(null));
        }
    }

    @Override
    public void failed(Exception cause) {
        answer.completeExceptionally(cause);
    }

    @Override
    public void releaseResources() {
        // there are none
    }
}
