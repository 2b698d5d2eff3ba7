package dev.parley.bench.relay;

import dev.parley.bench.HttpConnection;
import dev.parley.bench.HttpConnection.Answer;
import dev.parley.bench.Server;
import java.io.IOException;
import java.time.Duration;

/** Parley, on the server that the bench has started. */
final class ParleyHost implements Host {

    private final Server server;

    ParleyHost(Server server) {
        this.server = server;
    }

    @Override
    public RelaySide side() {
        return RelaySide.PARLEY;
    }

    @Override
    public void make(String mailbox) throws IOException {
        try (ParleyClient client = client()) {
            client.make(mailbox);
        }
    }

    @Override
    public Client connect() {
        return client();
    }

    ParleyClient client() {
        return new ParleyClient(server.httpPort(), server.basic());
    }

    @Override
    public boolean fill(String mailbox, int messages) throws IOException {
        post("/byhand/mailbox?name=" + mailbox + "&messages=" + messages);
        return true;
    }

    /** Makes so many mailboxes like this one, each with a message. */
    void fillMany(String mailbox, int count) throws IOException {
        post("/byhand/mailbox/many?name=" + mailbox + "&count=" + count);
    }

    private void post(String path) throws IOException {
        try (HttpConnection connection =
                new HttpConnection(server.httpPort(), "Authorization: " + server.basic() + "\r\n")) {
            Answer answer = connection.call("POST", path, "", "");
            if (answer.status() != HttpConnection.ACCEPTED) {
                throw new IllegalStateException("No mailbox was filled: " + answer);
            }
        }
    }

    @Override
    public Duration processorTime() {
        return server.processorTime();
    }

    @Override
    public int threads() {
        return (int) server.management().threads();
    }

    @Override
    public void close() {
        server.close();
    }
}
