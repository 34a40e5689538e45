package dev.blackstart.web.limits;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.channel.Channel;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers that are written but not taken by their callers: they stay in memory. Their bytes are limited for each caller and in
 * all; the connection of one more is closed, and so is one that is not taken in time.
 */
@ApplicationScoped
class Untaken {

    static final long PER_CALLER = 24L * 1024 * 1024;
    static final long IN_ALL = 96L * 1024 * 1024;

    /** How often is looked, in milliseconds. */
    private static final long LOOK = 100;

    private final LimitsConfig config;
    private final Map<String, Long> bytes = new HashMap<>();
    private long all;

    Untaken(LimitsConfig config) {
        this.config = config;
    }

    void watch(RoutingContext routing, String caller) {
        Channel channel = ((ConnectionBase) routing.request().connection()).channel();
        if (isTaken(channel)) {
            return;
        }
        long size = routing.response().bytesWritten();
        if (!add(caller, size)) {
            channel.close();
            return;
        }
        long looks = Math.max(1, config.transfer().toMillis() / LOOK);
        long[] done = new long[1];
        routing.vertx().setPeriodic(LOOK, timer -> {
            if (++done[0] >= looks) {
                channel.close();
            }
            if (isTaken(channel)) {
                routing.vertx().cancelTimer(timer);
                remove(caller, size);
            }
        });
    }

    /** But for a few kilobytes. */
    private static boolean isTaken(Channel channel) {
        return !channel.isOpen() || channel.isWritable();
    }

    /** A single one is never too large. */
    synchronized boolean add(String caller, long size) {
        long own = bytes.getOrDefault(caller, 0L);
        if (own > 0 && own + size > PER_CALLER || all > 0 && all + size > IN_ALL) {
            return false;
        }
        bytes.put(caller, own + size);
        all += size;
        return true;
    }

    synchronized void remove(String caller, long size) {
        all -= size;
        bytes.computeIfPresent(caller, (one, own) -> own == size ? null : own - size);
    }
}
