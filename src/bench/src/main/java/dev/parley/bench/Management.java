package dev.parley.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the server about itself. */
public final class Management {

    private static final Pattern RESULT = Pattern.compile("\"result\"\\s*:\\s*\"?(-?\\d+)");
    private static final Pattern USED = Pattern.compile("\"used\"\\s*:\\s*\"?(\\d+)");

    private final URI uri;
    /** One object for all calls: by it the client finds that it need not be asked who it is each time. */
    private final Authenticator authenticator;

    Management(int port, String user, String password) {
        this.uri = URI.create("http://127.0.0.1:" + port + "/management");
        this.authenticator = new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password.toCharArray());
            }
        };
    }

    /** How many messages are in a queue or being delivered from it. */
    long messages(String queue) {
        return number(
                RESULT,
                execute(
                        "{\"operation\":\"read-attribute\",\"name\":\"message-count\",\"address\":[\"subsystem\",\"messaging-activemq\","
                                + "\"server\",\"default\",\"jms-queue\",\"" + queue + "\"]}"));
    }

    /** Bytes that are used, after a collection. */
    public long heap() {
        execute(memory("\"operation\":\"gc\""));
        return number(USED, execute(memory("\"operation\":\"read-attribute\",\"name\":\"heap-memory-usage\"")));
    }

    /** Bytes of classes and compiled code. */
    long outsideHeap() {
        return number(USED, execute(memory("\"operation\":\"read-attribute\",\"name\":\"non-heap-memory-usage\"")));
    }

    /** Threads that live. */
    public long threads() {
        return number(
                RESULT,
                execute("{\"operation\":\"read-attribute\",\"name\":\"thread-count\",\"address\":[\"core-service\","
                        + "\"platform-mbean\",\"type\",\"threading\"]}"));
    }

    private static String memory(String operation) {
        return "{" + operation + ",\"address\":[\"core-service\",\"platform-mbean\",\"type\",\"memory\"]}";
    }

    private static long number(Pattern pattern, String answer) {
        Matcher matcher = pattern.matcher(answer);
        if (!matcher.find()) {
            throw new IllegalStateException("The server said " + answer);
        }
        return Long.parseLong(matcher.group(1));
    }

    private String execute(String operation) {
        try {
            HttpURLConnection call = (HttpURLConnection) uri.toURL().openConnection();
            call.setAuthenticator(authenticator);
            call.setRequestMethod("POST");
            call.setRequestProperty("Content-Type", "application/json");
            call.setDoOutput(true);
            call.getOutputStream().write(operation.getBytes(StandardCharsets.UTF_8));
            try (InputStream in = call.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(operation, e);
        }
    }
}
