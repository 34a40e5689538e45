package dev.blackstart.notify.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in pieces, of which those that lead into this installation can be followed; whatever else looks like an address stays
 * text.
 *
 * @param href a path of ours, or null
 */
public record LinkedText(String text, String href) {

    /** It begins with one slash: two would lead to another host. */
    private static final String PATH = "(/(?![/\\\\])[A-Za-z0-9/_.~%?=&+:@!$',;*()#-]*)";

    private static final Pattern END_OF_A_SENTENCE = Pattern.compile("[.,;:!?)']+$");

    /** @param root what our addresses begin with, without a slash at its end */
    static List<LinkedText> pieces(String text, String root) {
        List<LinkedText> pieces = new ArrayList<>();
        Matcher address = Pattern.compile(Pattern.quote(root) + PATH).matcher(text);
        int done = 0;
        while (address.find()) {
            String path = END_OF_A_SENTENCE.matcher(address.group(1)).replaceFirst("");
            if (address.start() > done) {
                pieces.add(new LinkedText(text.substring(done, address.start()), null));
            }
            pieces.add(new LinkedText(root + path, path));
            done = address.start() + root.length() + path.length();
        }
        if (done < text.length()) {
            pieces.add(new LinkedText(text.substring(done), null));
        }
        return pieces;
    }
}
