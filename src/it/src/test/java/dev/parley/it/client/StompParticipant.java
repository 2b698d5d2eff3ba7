package dev.parley.it.client;

import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.User;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A participant over STOMP 1.2 and a socket, as a script would be. */
public final class StompParticipant implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    /**
     * What came from the broker.
     *
     * @param command MESSAGE, CONNECTED, ERROR or RECEIPT
     * @param headers the headers
     * @param body the body
     */
    public record Frame(String command, Map<String, String> headers, String body) {}

    public StompParticipant(ParleyServer server, User user) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.messagingPort());
        socket.setSoTimeout(30_000);
        in = new BufferedInputStream(socket.getInputStream());
        write(
                "CONNECT",
                Map.of("accept-version", "1.2", "host", "localhost", "login", user.name(), "passcode", user.password()),
                "");
        expect("CONNECTED");
    }

    /** Subscribes to a queue, which is there when this returns. */
    public void subscribe(String address) throws IOException {
        write(
                "SUBSCRIBE",
                Map.of("id", "0", "destination", address, "subscription-type", "ANYCAST", "receipt", "subscribed"),
                "");
        expect("RECEIPT");
    }

    /** Any frame without a body; returns when the broker has done it. */
    public void tell(String command, Map<String, String> headers) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("receipt", "told");
        write(command, all, "");
        expect("RECEIPT");
    }

    /** The next frame, if one comes within this time. */
    public Optional<Frame> poll(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        try {
            return Optional.of(read());
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        } finally {
            socket.setSoTimeout(30_000);
        }
    }

    /** Subscribes where the broker is to refuse it; what it said. */
    public Frame subscribeInVain(String address) throws IOException {
        write(
                "SUBSCRIBE",
                Map.of("id", "0", "destination", address, "subscription-type", "ANYCAST", "receipt", "subscribed"),
                "");
        return expect("ERROR");
    }

    /** Sends, and returns when the broker has it. */
    public void send(String address, Map<String, String> headers, String body) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("destination", address);
        all.put("persistent", "true");
        all.put("receipt", "sent");
        write("SEND", all, body);
        expect("RECEIPT");
    }

    /** Sends what the broker is to refuse; what it said. */
    public Frame sendInVain(String address, Map<String, String> headers, String body) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("destination", address);
        all.put("receipt", "sent");
        write("SEND", all, body);
        return expect("ERROR");
    }

    /** Sends whatever it is; whether the broker took it. */
    public boolean sends(String address, Map<String, String> headers, String body) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("destination", address);
        all.put("receipt", "sent");
        write("SEND", all, body);
        return read().command().equals("RECEIPT");
    }

    /** The next frame, which must be of this kind. */
    public Frame expect(String command) throws IOException {
        Frame frame = read();
        if (!frame.command().equals(command)) {
            throw new AssertionError("Expected " + command + " but got " + frame);
        }
        return frame;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Writes a frame, whatever it is. */
    public void write(String command, Map<String, String> headers, String body) throws IOException {
        StringBuilder frame = new StringBuilder(command).append('\n');
        headers.forEach((name, value) ->
                frame.append(name).append(':').append(escape(value, command)).append('\n'));
        frame.append('\n').append(body).append('\0');
        socket.getOutputStream().write(frame.toString().getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String escape(String value, String command) {
        return command.equals("CONNECT") ? value : value.replace("\\", "\\\\").replace(":", "\\c");
    }

    private Frame read() throws IOException {
        String command = readLine();
        while (command.isEmpty()) {
            command = readLine();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            headers.putIfAbsent(
                    line.substring(0, colon),
                    line.substring(colon + 1).replace("\\c", ":").replace("\\\\", "\\"));
        }
        String length = headers.get("content-length");
        byte[] body = length == null ? readUntil(0) : in.readNBytes(Integer.parseInt(length));
        return new Frame(command, headers, new String(body, StandardCharsets.UTF_8).replace("\0", ""));
    }

    private String readLine() throws IOException {
        String line = new String(readUntil('\n'), StandardCharsets.UTF_8);
        return line.replace("\r", "").replace("\0", "");
    }

    private byte[] readUntil(int end) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != end; next = in.read()) {
            if (next < 0) {
                throw new IOException("The broker hung up after: " + bytes);
            }
            bytes.write(next);
        }
        return bytes.toByteArray();
    }
}
