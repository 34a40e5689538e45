package dev.blackstart.language;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a phrase is marked. Each kind is one file of a language's word lists. */
public enum LanguageKind {

    /** What did not happen: "would have", "if only". */
    COUNTERFACTUAL,
    /** A person as the cause: "human error", "the operator forgot". */
    BLAME,
    /** What is known only now: "obviously", "in hindsight". */
    HINDSIGHT,
    /** A resolution that changes nothing by itself: "be more careful". */
    INTENTION,
    /** One cause where several conditions met: "the root cause". */
    ROOT_CAUSE;

    /** As in the API and in the names of the files. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
