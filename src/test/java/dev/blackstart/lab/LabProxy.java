package dev.blackstart.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A port of this machine that leads to another one. Switched off it refuses who comes and cuts off who is there. */
final class LabProxy {

    private static final int UPSTREAM_PATIENCE = 2_000;

    final String name;
    final InetSocketAddress listen;
    final InetSocketAddress upstream;
    private final Map<String, Toxic> toxics = new ConcurrentSkipListMap<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private ServerSocket entrance;

    LabProxy(String name, InetSocketAddress listen, InetSocketAddress upstream) {
        this.name = name;
        this.listen = listen;
        this.upstream = upstream;
    }

    synchronized boolean isEnabled() {
        return entrance != null;
    }

    synchronized void enable(boolean enabled) {
        if (enabled == (entrance != null)) {
            return;
        }
        try {
            if (enabled) {
                ServerSocket opened = new ServerSocket();
                opened.setReuseAddress(true);
                opened.bind(listen);
                entrance = opened;
                inBackground(() -> admit(opened));
            } else {
                entrance.close();
                entrance = null;
                cutOff();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Proxy " + name, failed);
        }
    }

    private void cutOff() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    Collection<Toxic> toxics() {
        return toxics.values();
    }

    /** @return whether the name was free */
    boolean add(Toxic toxic) {
        return toxics.putIfAbsent(toxic.name(), toxic) == null;
    }

    /** @return whether there was one */
    boolean remove(String toxic) {
        return toxics.remove(toxic) != null;
    }

    private void admit(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket guest = opened.accept();
                inBackground(() -> connect(guest));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket guest) {
        Socket host = new Socket();
        try {
            host.connect(new InetSocketAddress(InetAddress.getByName(upstream.getHostString()), upstream.getPort()),
                    UPSTREAM_PATIENCE);
            sockets.add(guest);
            sockets.add(host);
            inBackground(() -> carry(guest, host, "upstream"));
            inBackground(() -> carry(host, guest, "downstream"));
        } catch (IOException refused) {
            close(guest);
            close(host);
        }
    }

    private void carry(Socket from, Socket to, String direction) {
        byte[] part = new byte[16_384];
        long carried = 0;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                carried += length;
                if (!spoil(length, carried, direction)) {
                    break;
                }
                out.write(part, 0, length);
            }
        } catch (IOException cut) {
            sockets.remove(from);
        }
        close(from);
        close(to);
    }

    /** @return whether the part goes on */
    private boolean spoil(int length, long carried, String direction) {
        for (Toxic toxic : toxics.values()) {
            if (!toxic.isOf(direction)) {
                continue;
            }
            switch (toxic.type()) {
                case "latency" -> pause(toxic.attribute("latency"));
                case "bandwidth" -> pause(length / Math.max(1, toxic.attribute("rate")));
                case "timeout", "reset_peer" -> {
                    pause(toxic.attribute("timeout"));
                    return false;
                }
                case "limit_data" -> {
                    if (carried > toxic.attribute("bytes")) {
                        return false;
                    }
                }
                default -> throw new IllegalStateException(toxic.type());
            }
        }
        return true;
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private void close(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
