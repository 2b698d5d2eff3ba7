package dev.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** How much of what a server has committed it has not sent yet. */
final class OutboxDepth {

    private static final int OK = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest question;

    OutboxDepth(int port, String authorization) {
        question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/byhand/outbox"))
                .header("Authorization", authorization)
                .build();
    }

    /** Rows of its outbox. */
    long rows() {
        try {
            HttpResponse<String> answer = client.send(question, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException("The outbox was not counted, status " + answer.statusCode());
            }
            return Long.parseLong(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
