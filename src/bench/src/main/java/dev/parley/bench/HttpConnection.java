package dev.parley.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * One kept-alive connection, with as little work as possible on this side: all that is compared shares the processors
 * with it. An answer that has not come after two minutes is an error.
 */
public final class HttpConnection implements AutoCloseable {

    public static final int ACCEPTED = 202;

    private static final int HEXADECIMAL = 16;
    private static final int NO_CONTENT = 204;
    private static final int PATIENCE_MILLIS = (int) TimeUnit.MINUTES.toMillis(2);

    private final Socket socket;
    private final InputStream in;
    private final String path;
    private final String head;

    /**
     * An answer.
     *
     * @param status its status
     * @param body its body, a character for each byte
     */
    public record Answer(int status, String body) {}

    /** @param headers header fields of all requests, each with its end of line */
    public HttpConnection(int port, String headers) {
        this(connect(port), port, "/", headers);
    }

    /** For JSON to one path. */
    HttpConnection(int port, String path, String authorization) {
        this(
                connect(port),
                port,
                path,
                "Authorization: " + authorization
                        + "\r\nContent-Type: application/json\r\nAccept: application/json\r\n");
    }

    private HttpConnection(Socket socket, int port, String path, String headers) {
        try {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.path = path;
        this.head = " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + headers;
    }

    private static Socket connect(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a body and reads the answer; answers its status. */
    int post(String header, String body) throws IOException {
        return call("POST", path, header, body).status();
    }

    /** Sends a request and reads the answer. */
    public Answer call(String method, String to, String header, String body) throws IOException {
        String request = method + " " + to + head + header + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        for (String field = line().toLowerCase(Locale.ROOT);
                !field.isEmpty();
                field = line().toLowerCase(Locale.ROOT)) {
            if (field.startsWith("content-length:")) {
                length = Integer.parseInt(
                        field.substring("content-length:".length()).trim());
            } else if (field.startsWith("transfer-encoding:")) {
                chunked = true;
            }
        }
        if (status == NO_CONTENT) {
            return new Answer(status, "");
        }
        byte[] content = chunked ? chunks() : exactly(length);
        return new Answer(status, new String(content, StandardCharsets.ISO_8859_1));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int length = Integer.parseInt(line(), HEXADECIMAL);
        while (length > 0) {
            all.writeBytes(exactly(length));
            line();
            length = Integer.parseInt(line(), HEXADECIMAL);
        }
        line();
        return all.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The server has closed the connection");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server has closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
