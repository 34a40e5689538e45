package dev.blackstart.web.form;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.blackstart.problem.Problem;

/**
 * What somebody typed into a form that was refused, so that it comes back with what is wrong under its field.
 *
 * @param form which of the page's forms; null for none
 * @param values by field
 */
public record FormState(String form, Map<String, Object> values, String field, String problem) {

    public static final FormState NOTHING = new FormState(null, Map.of(), null, null);

    /** A form's fields, name and value in turn; what was left empty is null. */
    public static FormState in(String form, Object... fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put((String) fields[i], fields[i + 1]);
        }
        return new FormState(form, values, null, null);
    }

    public FormState refused(Problem why) {
        return new FormState(form, values, values.containsKey(why.field()) ? why.field() : null, why.getMessage());
    }

    /** Null where nothing was typed. */
    public Object of(String name) {
        return values.get(name);
    }

    public String errorOf(String name) {
        return name.equals(field) ? problem : null;
    }

    /** The same, where several forms of a page have a field of this name. */
    public Object valueIn(String wanted, String name) {
        return isIn(wanted) ? of(name) : null;
    }

    public String errorIn(String wanted, String name) {
        return isIn(wanted) ? errorOf(name) : null;
    }

    /** Whether it is this form that was refused. */
    public boolean isIn(String name) {
        return name.equals(form);
    }

    /** What is wrong, where no field of this form is to blame. */
    public String otherwise(String name) {
        return isIn(name) && field == null ? problem : null;
    }
}
