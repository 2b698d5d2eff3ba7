package dev.parley.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Enters operations into Parley's directory, and processes. */
final class Entry {

    private static final int CREATED = 201;

    private final Server server;

    Entry(Server server) {
        this.server = server;
    }

    /** The operation whose provider is not on the server. */
    void make() throws IOException, InterruptedException {
        put(
                "operations/" + Job.PROVIDED.operation(),
                "{\"provider\":{\"queue\":\"" + Side.PARLEY.provider() + "\"},\"timeout\":\"PT10M\"}");
    }

    /** Enters a definition that is not there yet. */
    void put(String path, String definition) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.httpPort() + "/parley/v1/" + path))
                .header("Authorization", server.basicOfOperator())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(definition))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != CREATED) {
            throw new IllegalStateException(path + " was not entered: " + answer.statusCode() + answer.body());
        }
    }
}
