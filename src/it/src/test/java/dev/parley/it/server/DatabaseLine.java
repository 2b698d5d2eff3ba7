package dev.parley.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A line between a server and its database, which passes everything on and counts how often the server has said
 * something and got an answer.
 */
public final class DatabaseLine implements AutoCloseable {

    private enum Speaker {
        SERVER,
        DATABASE
    }

    private final ServerSocket entry;
    private final int database;
    private final AtomicInteger roundTrips = new AtomicInteger();

    /** A line to the database on that port of this machine. */
    DatabaseLine(int database) {
        this.database = database;
        try {
            entry = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    /** The port at which it is entered. */
    int port() {
        return entry.getLocalPort();
    }

    /** How many round trips there were, on all connections. */
    public int roundTrips() {
        return roundTrips.get();
    }

    private void accept() throws IOException {
        while (!entry.isClosed()) {
            Socket server = entry.accept();
            Socket there = new Socket(InetAddress.getLoopbackAddress(), database);
            server.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
            AtomicReference<Speaker> last = new AtomicReference<>(Speaker.SERVER);
            inBackground(() -> pass(server, there, Speaker.SERVER, last));
            inBackground(() -> pass(there, server, Speaker.DATABASE, last));
        }
    }

    private void pass(Socket from, Socket to, Speaker speaker, AtomicReference<Speaker> last) throws IOException {
        byte[] bytes = new byte[1 << 16];
        try (from;
                to) {
            int read = from.getInputStream().read(bytes);
            while (read >= 0) {
                if (last.getAndSet(speaker) == Speaker.SERVER && speaker == Speaker.DATABASE) {
                    roundTrips.incrementAndGet();
                }
                to.getOutputStream().write(bytes, 0, read);
                read = from.getInputStream().read(bytes);
            }
        }
    }

    /** Something that ends when its connection does. */
    private interface Passing {
        void run() throws IOException;
    }

    private static void inBackground(Passing passing) {
        Thread thread = new Thread(() -> {
            try {
                passing.run();
            } catch (IOException e) {
                // the connection has ended
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
