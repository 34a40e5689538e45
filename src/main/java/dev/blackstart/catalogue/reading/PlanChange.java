package dev.blackstart.catalogue.reading;

/**
 * One difference between two revisions of a plan.
 *
 * @param where the part of the plan, from the outside in: {@code Timeline › Hint › text}
 * @param before null where the part was added
 * @param after null where the part was removed
 */
public record PlanChange(String where, String before, String after) {

    public boolean isAddition() {
        return before == null;
    }

    public boolean isRemoval() {
        return after == null;
    }
}
