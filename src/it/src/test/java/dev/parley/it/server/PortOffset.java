package dev.parley.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds an offset at which all ports of a server are free, and keeps them until this Java process ends: nobody who
 * looks for ports here takes one while the server that has it is down, be it in another process.
 */
public final class PortOffset {

    private static final List<Integer> PORTS = List.of(
            ServerNames.HTTP_PORT, 8443, ServerNames.MANAGEMENT_PORT, 9993, 4712, 4713, ServerNames.MESSAGING_PORT);

    /** Each of its bytes stands for a port. It is never closed, since that would give back all locks in it. */
    private static final FileChannel TAKEN = open();

    private PortOffset() {}

    /** One of them. */
    public static int free() {
        for (int attempt = 0; attempt < 100; attempt++) {
            // Below the ephemeral ports, from which connections of other tests take theirs.
            int offset = ThreadLocalRandom.current().nextInt(1_000, 20_000);
            if (takeAll(offset)) {
                return offset;
            }
        }
        throw new IllegalStateException("No free ports found");
    }

    private static synchronized boolean takeAll(int offset) {
        List<FileLock> taken = new ArrayList<>();
        try {
            for (int port : PORTS) {
                FileLock lock = TAKEN.tryLock(port + offset, 1, false);
                if (lock == null) {
                    break;
                }
                taken.add(lock);
            }
            if (taken.size() == PORTS.size() && PORTS.stream().allMatch(port -> isFree(port + offset))) {
                return true;
            }
        } catch (OverlappingFileLockException e) {
            // This process has one of them.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        giveBack(taken);
        return false;
    }

    private static void giveBack(List<FileLock> taken) {
        try {
            for (FileLock lock : taken) {
                lock.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open() {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "parley-it-ports." + System.getProperty("user.name"));
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
