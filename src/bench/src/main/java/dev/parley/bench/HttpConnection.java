package dev.parley.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive connection, with as little work as possible on this side: both sides share the processors with it. */
final class HttpConnection implements AutoCloseable {

    static final int ACCEPTED = 202;

    private static final int HEXADECIMAL = 16;

    private final Socket socket;
    private final InputStream in;
    private final String head;

    HttpConnection(int port, String path, String authorization) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        head = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: " + authorization
                + "\r\nContent-Type: application/json\r\nAccept: application/json\r\n";
    }

    /** Sends a body and reads the answer; answers its status. */
    int post(String header, String body) throws IOException {
        String request = head + header + "Content-Length: " + body.length() + "\r\n\r\n" + body;
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
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private void skipChunks() throws IOException {
        int length = Integer.parseInt(line(), HEXADECIMAL);
        while (length > 0) {
            in.skipNBytes(length);
            line();
            length = Integer.parseInt(line(), HEXADECIMAL);
        }
        line();
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
