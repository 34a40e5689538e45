package dev.blackstart.target.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be said of SQL without a database. */
final class SqlText {

    /** Texts, quoted names, comments and PostgreSQL's dollar quotes; what begins one and does not end it reaches to the end. */
    private static final Pattern QUOTED = Pattern.compile("""
            '(?:[^']|'')*+(?:'|\\z)|"(?:[^"]|"")*+(?:"|\\z)|--[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+(?:\\*/|\\z)\
            |\\$(?<tag>[A-Za-z_]*)\\$(?s:.*?)(?:\\$\\k<tag>\\$|\\z)""");

    private SqlText() {
    }

    /** Whether it holds anything after a semicolon. */
    static boolean isSeveral(String sql) {
        Matcher quoted = QUOTED.matcher(sql);
        String bare = quoted.replaceAll(" ").strip();
        String one = bare.endsWith(";") ? bare.substring(0, bare.length() - 1) : bare;
        return one.contains(";");
    }
}
