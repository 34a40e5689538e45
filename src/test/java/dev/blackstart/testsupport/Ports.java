package dev.blackstart.testsupport;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that start later, or start again. */
public final class Ports {

    /** Below those that systems give to outgoing connections, which could take a port before its server does. */
    private static final int FIRST = 20_000;
    private static final int END = 32_000;

    private Ports() {
    }

    /** @return a port that nobody listens on now */
    public static int free() throws IOException {
        return free(1);
    }

    /** @return the first of as many ports in a row */
    public static int free(int count) throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (areFree(port, count)) {
                return port;
            }
        }
    }

    private static boolean areFree(int first, int count) throws IOException {
        for (int port = first; port < first + count; port++) {
            try (ServerSocket socket = new ServerSocket(port)) {
                if (!socket.isBound()) {
                    return false;
                }
            } catch (BindException taken) {
                return false;
            }
        }
        return true;
    }
}
