package dev.parley.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;

/** An HTTP response, with what tests ask of it. */
public record HttpAnswer(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return response.body();
    }

    public JsonNode json() {
        return Json.parse(response.body());
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** Where the conversation is. */
    public URI location() {
        return response.uri()
                .resolve(header("Location").orElseThrow(() -> new AssertionError("No Location in " + this)));
    }

    /** The id of the conversation in the body. */
    public String conversationId() {
        return json().path("conversationId").asText();
    }

    /** The status of the conversation in the body. */
    public String conversationStatus() {
        return json().path("status").asText();
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.uri() + " -> " + status() + " "
                + response.headers().map() + " " + text();
    }
}
