package dev.parley.it.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Finds an offset at which all ports of a server are free. */
public final class PortOffset {

    private static final List<Integer> PORTS = List.of(
            ServerNames.HTTP_PORT, 8443, ServerNames.MANAGEMENT_PORT, 9993, 4712, 4713, ServerNames.MESSAGING_PORT);

    private PortOffset() {}

    /** One of them. */
    public static int free() {
        for (int attempt = 0; attempt < 100; attempt++) {
            // Below the ephemeral ports, from which connections of other tests take theirs.
            int offset = ThreadLocalRandom.current().nextInt(1_000, 20_000);
            if (PORTS.stream().allMatch(port -> isFree(port + offset))) {
                return offset;
            }
        }
        throw new IllegalStateException("No free ports found");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
