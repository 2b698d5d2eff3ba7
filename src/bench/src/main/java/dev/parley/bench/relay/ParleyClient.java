package dev.parley.bench.relay;

import dev.parley.bench.HttpConnection;
import dev.parley.bench.HttpConnection.Answer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Over Parley's HTTP contract. */
final class ParleyClient implements Client {

    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final HttpConnection connection;

    ParleyClient(int port, String authorization) {
        connection = new HttpConnection(
                port,
                "Authorization: " + authorization
                        + "\r\nContent-Type: application/json\r\nAccept: application/json, application/problem+json\r\n");
    }

    /** Makes one with room for more than the million that is the default. */
    void make(String mailbox) throws IOException {
        call("PUT", mailbox, "", "{\"messages\":2000000}");
    }

    @Override
    public void send(String mailbox, String body, int count) throws IOException {
        String message = "{\"type\":\"bench\",\"body\":\"" + body + "\"}";
        if (count == 1) {
            call("POST", mailbox, "/messages", message);
        } else {
            send(mailbox, Stream.generate(() -> message).limit(count).toList());
        }
    }

    /** Sends these messages in one call. */
    void send(String mailbox, List<String> messages) throws IOException {
        call("POST", mailbox, "/messages", "{\"messages\":[" + String.join(",", messages) + "]}");
    }

    @Override
    public Received receive(String mailbox, int max, int seconds) throws IOException {
        String wait = seconds == 0 ? "" : "&wait=" + seconds;
        return Received.of(call("POST", mailbox, "/receive?max=" + max + wait, ""), "lock");
    }

    @Override
    public Received acknowledgeAndReceive(String mailbox, List<String> done, int max) throws IOException {
        String locks = done.isEmpty() ? "" : '"' + String.join("\",\"", done) + '"';
        Answer answer = call("POST", mailbox, "/receive?max=" + max, "{\"acknowledge\":[" + locks + "]}");
        if (!answer.body().contains("\"lost\":[]")) {
            throw new IllegalStateException("Parley has lost locks: " + answer);
        }
        return Received.of(answer, "lock");
    }

    @Override
    public void acknowledge(String mailbox, List<String> locks) throws IOException {
        if (locks.size() == 1) {
            call("DELETE", mailbox, "/locks/" + locks.get(0), "");
        } else {
            call("POST", mailbox, "/locks/acknowledge", "{\"locks\":[\"" + String.join("\",\"", locks) + "\"]}");
        }
    }

    private Answer call(String method, String mailbox, String what, String body) throws IOException {
        Answer answer = connection.call(method, "/parley/v1/mailboxes/" + mailbox + what, "", body);
        if (answer.status() / HUNDRED != SUCCESS) {
            throw new IllegalStateException("Parley answered " + method + what + " with " + answer);
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
