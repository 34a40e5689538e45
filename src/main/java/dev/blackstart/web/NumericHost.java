package dev.blackstart.web;

import java.util.regex.Pattern;

/**
 * Hosts that are numbers. Programs read {@code 0177.0.0.1}, {@code 0x7f.1} and {@code 2130706433} differently: to some they are
 * names, to some the address 127.0.0.1. Nobody needs them, so none is asked for.
 */
public final class NumericHost {

    private static final String PART = "(0[xX][0-9a-fA-F]*|[0-9]+)";
    private static final Pattern NUMBERS = Pattern.compile(PART + "(\\." + PART + ")*\\.?");
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern USUAL = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

    private NumericHost() {
    }

    /** Whether it consists of numbers, but is not four decimal ones. */
    public static boolean isUnusual(String host) {
        return NUMBERS.matcher(host).matches() && !USUAL.matcher(host).matches();
    }
}
