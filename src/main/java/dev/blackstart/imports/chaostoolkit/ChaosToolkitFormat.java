package dev.blackstart.imports.chaostoolkit;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.patch.ValueWriter;
import dev.blackstart.catalogue.source.Violation;
import dev.blackstart.experiment.ExperimentCheck;
import dev.blackstart.experiment.PythonActivities;
import dev.blackstart.imports.Conversion;
import dev.blackstart.imports.ImportFormat;
import dev.blackstart.imports.ImportRefused;
import dev.blackstart.imports.ImportedFile;
import dev.blackstart.imports.PlanAuthor;

/** An experiment, JSON or YAML, becomes a plan with one drill: its method is the fault, its rollbacks are the revert. */
@ApplicationScoped
public class ChaosToolkitFormat implements ImportFormat {

    private static final String HEAD = """
            # yaml-language-server: $schema=plan.schema.json
            # Made from a Chaos Toolkit experiment. Check the people, the team, the system and the times before it is scheduled.
            """;

    private final PythonActivities python;

    public ChaosToolkitFormat(PythonActivities python) {
        this.python = python;
    }

    @Override
    public String key() {
        return "chaos-toolkit";
    }

    @Override
    public String name() {
        return "Chaos Toolkit experiment";
    }

    @Override
    public boolean recognises(ImportedFile file) {
        return ExperimentCheck.looksLikeOne(file.tree().root());
    }

    @Override
    public Conversion convert(ImportedFile file, PlanAuthor author) {
        List<Violation> violations = ExperimentCheck.violations(file.tree());
        if (!violations.isEmpty()) {
            throw new ImportRefused(name(), violations);
        }
        ConversionNotes notes = new ConversionNotes(file.tree());
        new ExperimentWarnings(notes, python).tell(file.tree().spot());
        ExperimentPlan plan = new ExperimentPlan(file.tree().root(), author, notes);
        return new Conversion(key(), Conversion.Kind.PLAN, HEAD + ValueWriter.yaml(plan.tree()), notes.mapping(),
                notes.warnings(), notes.unmapped());
    }
}
