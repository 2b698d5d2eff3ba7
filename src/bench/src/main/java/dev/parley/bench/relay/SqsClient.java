package dev.parley.bench.relay;

import dev.parley.bench.HttpConnection;
import dev.parley.bench.HttpConnection.Answer;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Over the HTTP API of SQS, in its JSON protocol. ElasticMQ asks nobody who they are. */
final class SqsClient implements Client {

    private static final int OK = 200;

    private final HttpConnection connection;
    private final String queues;

    SqsClient(int port) {
        connection = new HttpConnection(port, "Content-Type: application/x-amz-json-1.0\r\n");
        queues = "http://localhost:" + port + "/000000000000/";
    }

    void make(String queue) throws IOException {
        call("CreateQueue", "{\"QueueName\":\"" + queue + "\"}");
    }

    @Override
    public void send(String queue, String body, int count) throws IOException {
        String message = "\"MessageBody\":\"" + body + "\"}";
        if (count == 1) {
            call("SendMessage", of(queue) + message);
        } else {
            batch("SendMessageBatch", queue, count, number -> message);
        }
    }

    @Override
    public Received receive(String queue, int max, int seconds) throws IOException {
        String parameters = "\"MaxNumberOfMessages\":" + max + ",\"WaitTimeSeconds\":" + seconds + "}";
        return Received.of(call("ReceiveMessage", of(queue) + parameters), "ReceiptHandle");
    }

    @Override
    public void acknowledge(String queue, List<String> locks) throws IOException {
        if (locks.size() == 1) {
            call("DeleteMessage", of(queue) + receipt(locks.get(0)));
        } else {
            batch("DeleteMessageBatch", queue, locks.size(), number -> receipt(locks.get(number)));
        }
    }

    private static String receipt(String lock) {
        return "\"ReceiptHandle\":\"" + lock + "\"}";
    }

    private String of(String queue) {
        return "{\"QueueUrl\":\"" + queues + queue + "\",";
    }

    private void batch(String action, String queue, int count, IntFunction<String> entry) throws IOException {
        String entries = IntStream.range(0, count)
                .mapToObj(number -> "{\"Id\":\"" + number + "\"," + entry.apply(number))
                .collect(Collectors.joining(","));
        Answer answer = call(action, of(queue) + "\"Entries\":[" + entries + "]}");
        // An entry that failed is told of in an answer that is 200.
        if (answer.body().contains("\"Code\":")) {
            throw new IllegalStateException("ElasticMQ answered " + action + " with " + answer);
        }
    }

    private Answer call(String action, String body) throws IOException {
        Answer answer = connection.call("POST", "/", "X-Amz-Target: AmazonSQS." + action + "\r\n", body);
        if (answer.status() != OK) {
            throw new IllegalStateException("ElasticMQ answered " + action + " with " + answer);
        }
        return answer;
    }

    @Override
    public Received acknowledgeAndReceive(String mailbox, List<String> done, int max) throws IOException {
        if (!done.isEmpty()) {
            acknowledge(mailbox, done);
        }
        return receive(mailbox, max, 0);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
