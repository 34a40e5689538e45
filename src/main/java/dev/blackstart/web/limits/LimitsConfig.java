package dev.blackstart.web.limits;

import java.time.Duration;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How many requests are served at a time. NO DUFF, sign-in, pause and abort have capacity of their own ({@link Lane}), so these
 * numbers limit everything else.
 */
@ConfigMapping(prefix = "blackstart.web.limits")
public interface LimitsConfig {

    /**
     * Ordinary requests served at the same time. Default: the database connections ({@code quarkus.datasource.jdbc.max-size})
     * less {@link #reservedConnections()}. Both are configured together.
     */
    OptionalInt requests();

    /** Database connections that ordinary requests never hold: NO DUFF, pause, the timeline engine, delivery, streams. */
    @WithDefault("32")
    int reservedConnections();

    /** Requests served at the same time for one session, or for one address without a session. */
    @WithDefault("6")
    int perCaller();

    /** Requests that wait for their turn, in all; one more is answered 503. */
    @WithDefault("5000")
    int waiting();

    /** Requests of one session or address that wait for their turn; one more is answered 429. */
    @WithDefault("100")
    int waitingPerCaller();

    /** How long a request waits for its turn before it is answered 503. */
    @WithDefault("PT15S")
    Duration turn();

    /** How long a request may take to arrive, and an answer to be taken; then the connection is closed. */
    @WithDefault("PT2M")
    Duration transfer();

    /** The same for NO DUFF, sign-in, pause and abort: short texts. */
    @WithDefault("PT5S")
    Duration urgentTransfer();

    /** How long a report, a document or a picture may take, waiting included; then it is cancelled and answered 503. */
    @WithDefault("PT30S")
    Duration work();

    /** Reports, documents, pictures or files of one person that are worked on or wait; one more is answered 429. */
    @WithDefault("3")
    int workPerPerson();

    /** The same in all, for each kind of work; one more is answered 503. */
    @WithDefault("10")
    int workInAll();
}
