package io.kilowatch.ingest.bridge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS sockets that are remembered, so that they can be closed: Paho's client leaves one open whose peer has not said
 * that it ends.
 */
final class OwnSockets extends SSLSocketFactory {
    private final SSLSocketFactory sockets;
    private final List<Socket> made = new CopyOnWriteArrayList<>();

    OwnSockets(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    private Socket keep(Socket socket) {
        made.add(socket);
        return socket;
    }

    /** Closes all of them. */
    void close() {
        for (Socket socket : made) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no use any more, whatever it says.
            }
        }
        made.clear();
    }

    @Override
    public Socket createSocket() throws IOException {
        return keep(sockets.createSocket());
    }

    @Override
    public Socket createSocket(Socket under, String host, int port, boolean autoClose) throws IOException {
        return keep(sockets.createSocket(under, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return keep(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return keep(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return keep(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return keep(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }
}
