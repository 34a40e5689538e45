package dev.blackstart.target;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** A secret in all the forms in which it may come back: as it is, line by line, encoded for URLs, JSON, Base64 and hex. */
record SecretForms(String shown, List<String> texts) {

    /** Shorter pieces are found in texts that have nothing to do with the secret. */
    private static final int SHORTEST_PIECE = 4;

    SecretForms(String shown, String value) {
        this(shown, forms(value));
    }

    private static List<String> forms(String value) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(value);
        Set<String> pieces = new LinkedHashSet<>();
        value.lines().map(String::strip).forEach(pieces::add);
        String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
        pieces.addAll(List.of(url, url.replace("+", "%20"), url.toLowerCase(Locale.ROOT)));
        pieces.add(new String(JsonStringEncoder.getInstance().quoteAsString(value)));
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        base64(bytes, pieces);
        StringBuilder hex = new StringBuilder();
        for (byte one : bytes) {
            hex.append(String.format("%02x", one));
        }
        pieces.addAll(List.of(hex.toString(), hex.toString().toUpperCase(Locale.ROOT)));
        pieces.stream().filter(piece -> piece.length() >= SHORTEST_PIECE).forEach(forms::add);
        return List.copyOf(forms);
    }

    /** Whole, and in the middle of something longer such as {@code user:secret}: what does not depend on its neighbours. */
    private static void base64(byte[] bytes, Set<String> pieces) {
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            pieces.add(encoder.encodeToString(bytes));
            for (int before = 0; before < 3; before++) {
                byte[] shifted = new byte[before + bytes.length];
                System.arraycopy(bytes, 0, shifted, before, bytes.length);
                String text = encoder.withoutPadding().encodeToString(shifted);
                int from = before == 0 ? 0 : before + 1;
                int until = shifted.length * 8 / 6;
                if (until - from >= SHORTEST_PIECE) {
                    pieces.add(text.substring(from, until));
                }
            }
        }
    }

    /** The longest first, so that no part of a secret is left because another one is contained in it. */
    static String mask(String text, Collection<SecretForms> secrets, boolean cut) {
        record Form(String text, String shown) {
        }
        List<Form> forms = secrets.stream()
                .flatMap(secret -> secret.texts.stream().map(one -> new Form(one, secret.shown)))
                .sorted(Comparator.comparing((Form form) -> form.text.length()).reversed()).toList();
        String masked = text;
        for (Form form : forms) {
            masked = masked.replace(form.text, form.shown);
        }
        if (!cut) {
            return masked;
        }
        int kept = masked.length();
        for (Form form : forms) {
            kept = Math.min(kept, masked.length() - overlap(masked, form.text));
        }
        return masked.substring(0, kept);
    }

    /** How many characters at the end are the beginning of the secret. */
    private static int overlap(String text, String secret) {
        for (int length = Math.min(secret.length() - 1, text.length()); length > 0; length--) {
            if (text.regionMatches(text.length() - length, secret, 0, length)) {
                return length;
            }
        }
        return 0;
    }

    /** Not the secret itself. */
    @Override
    public String toString() {
        return "SecretForms[" + shown + "]";
    }
}
