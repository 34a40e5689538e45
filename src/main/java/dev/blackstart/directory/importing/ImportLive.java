package dev.blackstart.directory.importing;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.directory.importing.ImportResource.Templates;
import dev.blackstart.people.Person;
import dev.blackstart.web.PersonalLivePage;

/** Keeps the page of an import up to date while the file is read or written. */
@ApplicationScoped
class ImportLive implements PersonalLivePage {

    private static final Duration REFRESH = Duration.ofSeconds(1);

    private final Imports imports;

    ImportLive(Imports imports) {
        this.imports = imports;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Duration refreshInterval() {
        return REFRESH;
    }

    @Override
    public Map<String, String> parts(String key, String reader) {
        ImportJob job = Person.byKey(reader).platformRole.isMaster() ? ImportJob.findById(UUID.fromString(key)) : null;
        return job == null ? null
                : Map.of("job", Templates.job$job(job, imports.violations(job), imports.warnings(job),
                        job.askedBy.equals(reader), true).render());
    }
}
