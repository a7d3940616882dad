package io.kilowatch.deploy.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A TCP port of the loopback interface that nothing listened on a moment ago. */
public final class FreePort {
    private FreePort() {}

    /** Any free port. */
    public static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        }
    }

    /** The wanted port, or any free one where 0 is wanted. */
    public static int orAny(int wanted) {
        return wanted == 0 ? any() : wanted;
    }
}
