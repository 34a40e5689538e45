package dev.blackstart.web;

import java.time.Duration;
import java.util.Map;

/**
 * A page of no single exercise that is kept up to date while it is open. It is rendered for each reader, so it may show what
 * only this reader sees; it holds no token. Called within a transaction.
 */
public interface PersonalLivePage {

    /** What its stream is asked for by. */
    String name();

    /** How often the parts are rendered. */
    Duration refreshInterval();

    /**
     * The parts that change, by the id of their element, as HTML.
     *
     * @param key what the page is about
     * @param reader person key
     * @return null where this reader finds no such page: it is answered 404, and an open stream ends
     */
    Map<String, String> parts(String key, String reader);
}
