package dev.blackstart.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port of this machine that leads to another one, or nowhere: shut, it refuses who comes and cuts off who is there. */
final class TcpProxy {

    private final int port;
    private final int behind;
    private final Set<Socket> through = ConcurrentHashMap.newKeySet();
    private ServerSocket entrance;

    TcpProxy(int port, int behind) {
        this.port = port;
        this.behind = behind;
    }

    int port() {
        return port;
    }

    synchronized void open() {
        if (entrance != null) {
            return;
        }
        try {
            ServerSocket opened = new ServerSocket(port, 50, InetAddress.getByName("localhost"));
            entrance = opened;
            inBackground(() -> admit(opened));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    synchronized void shut() {
        if (entrance == null) {
            return;
        }
        try {
            entrance.close();
            entrance = null;
            for (Socket socket : through) {
                socket.close();
            }
            through.clear();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void admit(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket guest = opened.accept();
                Socket host = new Socket(InetAddress.getByName("127.0.0.1"), behind);
                through.add(guest);
                through.add(host);
                inBackground(() -> carry(guest, host));
                inBackground(() -> carry(host, guest));
            } catch (IOException refused) {
                if (!opened.isClosed()) {
                    System.err.println("Nobody was let through: " + refused.getMessage());
                }
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            through.remove(to);
        }
        through.remove(from);
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "door");
        thread.setDaemon(true);
        thread.start();
    }
}
