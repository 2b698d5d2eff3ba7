package dev.parley.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Enters the operation into Parley's directory whose provider is not on the server. */
final class Entry {

    private static final int CREATED = 201;

    private final Server server;

    Entry(Server server) {
        this.server = server;
    }

    void make() throws IOException, InterruptedException {
        String definition = "{\"provider\":{\"queue\":\"" + Side.PARLEY.provider() + "\"},\"timeout\":\"PT10M\"}";
        HttpRequest request = HttpRequest.newBuilder(uri())
                .header("Authorization", server.basicOfOperator())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(definition))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != CREATED) {
            throw new IllegalStateException("The operation was not entered: " + answer.statusCode() + answer.body());
        }
    }

    private URI uri() {
        return URI.create(
                "http://127.0.0.1:" + server.httpPort() + "/parley/v1/operations/" + Job.PROVIDED.operation());
    }
}
