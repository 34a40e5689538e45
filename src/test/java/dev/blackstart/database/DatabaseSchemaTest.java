package dev.blackstart.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import jakarta.transaction.Transactional;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The application starts only where the migrated schema fits its entities. */
@QuarkusTest
class DatabaseSchemaTest {

    @Inject
    Flyway flyway;

    @Inject
    EntityManager entities;

    @Test
    void history_everyMigrationApplied_fromTheBaselineOn() {
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.info().applied()[0].getDescription()).isEqualTo("baseline");
    }

    @Test
    @Transactional
    void entity_everyColumn_readable() {
        assertThat(entities.getMetamodel().getEntities()).hasSizeGreaterThan(30).extracting(EntityType::getName)
                .allSatisfy(name -> assertThat(entities.createQuery("from " + name, Object.class).setMaxResults(1)
                        .getResultList()).hasSizeLessThan(2));
    }
}
