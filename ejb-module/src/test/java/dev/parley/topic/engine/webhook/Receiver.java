package dev.parley.topic.engine.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A receiver of webhooks that behaves as badly as a test wants: it answers with bytes. */
final class Receiver implements AutoCloseable {

    /** The answer to a request. */
    @FunctionalInterface
    interface Behaviour {
        void answer(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    /**
     * A request that came.
     *
     * @param line method and target
     * @param headers by their names in lower case
     */
    record Request(String line, Map<String, String> headers, String body) {

        boolean isQuestion() {
            return line.startsWith("OPTIONS ");
        }
    }

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

    private Receiver(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
        daemon(this::accept);
    }

    static Receiver on(String address, int port, Behaviour behaviour) throws IOException {
        return new Receiver(new ServerSocket(port, 10, InetAddress.getAllByName(address)[0]), behaviour);
    }

    static Receiver that(Behaviour behaviour) throws IOException {
        return on("127.0.0.1", 0, behaviour);
    }

    /** One that says the same to everything. */
    static Receiver answering(String head) throws IOException {
        return that((request, out) -> out.write(bytes(head)));
    }

    static byte[] bytes(String head) {
        return (head.replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The next request; it has to come. */
    Request next() throws InterruptedException {
        Request next = requests.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing came");
        }
        return next;
    }

    List<Request> others() {
        return List.copyOf(requests);
    }

    /** The way in which a connection ended; it has to. */
    @Nullable
    String end() throws InterruptedException {
        return ends.poll(10, TimeUnit.SECONDS);
    }

    private void accept() {
        try {
            while (true) {
                Socket accepted = socket.accept();
                daemon(() -> serve(accepted));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "receiver");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket accepted) {
        try (accepted) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(accepted.getInputStream(), StandardCharsets.ISO_8859_1));
            Request request = read(in);
            while (request != null) {
                requests.add(request);
                behaviour.answer(request, accepted.getOutputStream());
                accepted.getOutputStream().flush();
                request = read(in);
            }
            ends.add("closed");
        } catch (IOException | InterruptedException e) {
            ends.add("broken");
        }
    }

    private static @Nullable Request read(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        char[] body = new char[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
        int read = 0;
        while (read < body.length) {
            read += in.read(body, read, body.length - read);
        }
        return new Request(line, headers, new String(body));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
