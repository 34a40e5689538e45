package dev.blackstart.catalogue.importing;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.catalogue.rule.AfterRule;
import dev.blackstart.catalogue.rule.BodyRule;
import dev.blackstart.catalogue.rule.CallTreeRule;
import dev.blackstart.catalogue.rule.ClockRule;
import dev.blackstart.catalogue.rule.Diagnostics;
import dev.blackstart.catalogue.rule.DrillRule;
import dev.blackstart.catalogue.rule.KeyRule;
import dev.blackstart.catalogue.rule.MeasurementRule;
import dev.blackstart.catalogue.rule.PeopleRule;
import dev.blackstart.catalogue.rule.PlanContext;
import dev.blackstart.catalogue.rule.ProbeRule;
import dev.blackstart.catalogue.rule.RetestRule;
import dev.blackstart.catalogue.rule.Rule;
import dev.blackstart.catalogue.rule.ScheduleRule;
import dev.blackstart.catalogue.source.SchemaCheck;
import dev.blackstart.catalogue.source.SourceTree;
import dev.blackstart.catalogue.source.Violation;

/**
 * What a file says, and everything that is wrong with it, at once.
 *
 * @param tree missing where the file is no YAML at all
 * @param violations for these it is refused
 * @param warnings with these it is taken
 */
public record PlanReading(JsonNode tree, List<Violation> violations, List<Violation> warnings) {

    private static final int MOST_TOLD = 100;

    /** The contract's pattern as the schema writes it; the record knows more, such as what is too long. */
    private static final String DURATION = "^-?P(?=\\d|T)(\\d+W|(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d{1,6})?S)?)?)$";

    private static final SchemaCheck SCHEMA = new SchemaCheck(PlanReading.class.getResourceAsStream("/plan.schema.json"),
            Map.of(DURATION, PlanDuration::isDuration));

    private static final List<Rule> RULES = List.of(new KeyRule(), new PeopleRule(), new ScheduleRule(), new ProbeRule(),
            new DrillRule(), new RetestRule(), new CallTreeRule(), new BodyRule(), new ClockRule(), new AfterRule(),
            new MeasurementRule());

    /** Never throws: a file that is no plan has violations. */
    public static PlanReading of(byte[] bytes, PlanContext known) {
        SourceTree tree = SourceTree.read(bytes);
        if (!tree.isReadable()) {
            return new PlanReading(tree.root(), tree.problems(), List.of());
        }
        Diagnostics remarks = remarks(tree, RULES, known);
        if (tree.root().toString().length() > SourceTree.MOST_BYTES) {
            remarks.error(tree.spot(),
                    "The plan is too long; at most %,d characters are kept.".formatted(SourceTree.MOST_BYTES));
        }
        return new PlanReading(tree.root(), most(remarks.errors()), most(remarks.warnings()));
    }

    /** What the schema and these rules say of a tree. */
    static Diagnostics remarks(SourceTree tree, List<Rule> rules, PlanContext known) {
        Diagnostics remarks = new Diagnostics(tree, SCHEMA.violations(tree));
        rules.forEach(rule -> rule.check(tree.spot(), known, remarks));
        return remarks;
    }

    boolean isAccepted() {
        return violations.isEmpty();
    }

    /** The typed reading of an accepted tree. */
    public PlanDocument document() {
        return PlanRevision.read(tree.toString());
    }

    private static List<Violation> most(List<Violation> all) {
        return all.size() > MOST_TOLD ? all.subList(0, MOST_TOLD) : all;
    }
}
