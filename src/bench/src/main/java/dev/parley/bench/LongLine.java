package dev.parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A line to the database that is as long as one to another machine: what is said at one end is heard at the other so
 * much later.
 */
final class LongLine implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    private final ServerSocket entry;
    private final int exit;
    private final long delay;

    /** Some bytes on their way; none at the end. */
    private record Piece(long due, ByteBuffer bytes) {}

    private interface Passing {
        void run() throws IOException, InterruptedException;
    }

    /**
     * @param exit the port of the database on this machine
     * @param micros how long it takes one way
     */
    LongLine(int exit, int micros) throws IOException {
        this.exit = exit;
        this.delay = TimeUnit.MICROSECONDS.toNanos(micros);
        entry = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        inBackground(this::accept);
    }

    /** The port at which it is entered. */
    int port() {
        return entry.getLocalPort();
    }

    private void accept() throws IOException {
        while (!entry.isClosed()) {
            Socket near = entry.accept();
            Socket far = new Socket(InetAddress.getLoopbackAddress(), exit);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            pass(near, far);
            pass(far, near);
        }
    }

    private void pass(Socket from, Socket to) {
        BlockingQueue<Piece> underWay = new LinkedBlockingQueue<>();
        inBackground(() -> listen(from, underWay));
        inBackground(() -> speak(to, underWay));
    }

    private void listen(Socket from, BlockingQueue<Piece> underWay) throws IOException {
        byte[] bytes = new byte[PIECE];
        int read = from.getInputStream().read(bytes);
        while (read >= 0) {
            underWay.add(new Piece(System.nanoTime() + delay, ByteBuffer.wrap(Arrays.copyOf(bytes, read))));
            read = from.getInputStream().read(bytes);
        }
        underWay.add(new Piece(System.nanoTime(), ByteBuffer.allocate(0)));
    }

    private static void speak(Socket to, BlockingQueue<Piece> underWay) throws IOException, InterruptedException {
        try (to) {
            Piece piece = underWay.take();
            while (piece.bytes().hasRemaining()) {
                for (long left = piece.due() - System.nanoTime(); left > 0; left = piece.due() - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                to.getOutputStream().write(piece.bytes().array());
                piece = underWay.take();
            }
        }
    }

    private static void inBackground(Passing passing) {
        Thread thread = new Thread(() -> {
            try {
                passing.run();
            } catch (IOException | InterruptedException e) {
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
