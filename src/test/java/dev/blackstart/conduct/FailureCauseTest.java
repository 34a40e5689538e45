package dev.blackstart.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;

import org.junit.jupiter.api.Test;

class FailureCauseTest {

    private static RuntimeException sql(String state) {
        return new PersistenceException("could not execute", new SQLException("a secret of the row", state));
    }

    @Test
    void isPermanent_ofTheDataOrOurCode_notOfTheMoment() {
        assertThat(FailureCause.isPermanent(sql("22001"))).isTrue();
        assertThat(FailureCause.isPermanent(sql("23505"))).isTrue();
        assertThat(FailureCause.isPermanent(new IllegalStateException("x"))).isTrue();
        assertThat(FailureCause.isPermanent(new StackOverflowError())).isTrue();
        assertThat(FailureCause.isPermanent(sql("40001"))).as("deadlock").isFalse();
        assertThat(FailureCause.isPermanent(sql("08006"))).as("connection").isFalse();
        assertThat(FailureCause.isPermanent(sql("57P01"))).as("shutdown").isFalse();
        assertThat(FailureCause.isPermanent(sql("HYT00"))).as("lock of H2").isFalse();
        assertThat(FailureCause.isPermanent(new OptimisticLockException())).isFalse();
        assertThat(FailureCause.isPermanent(new RuntimeException(new RollbackException("timed out")))).isFalse();
        assertThat(FailureCause.isPermanent(new OutOfMemoryError())).isFalse();
    }

    @Test
    void inWords_oneSentence_neverTheDatabasesOwn() {
        assertThat(FailureCause.inWords(sql("22001"))).isEqualTo("A text is longer than the database allows.");
        assertThat(FailureCause.inWords(sql("23505"))).isEqualTo("The database refused it (SQL state 23505).");
        assertThat(FailureCause.inWords(new RuntimeException("outer", new IllegalStateException("The plan has no drill x."))))
                .isEqualTo("The plan has no drill x.");
        assertThat(FailureCause.inWords(new NullPointerException())).isEqualTo("NullPointerException");
        assertThat(FailureCause.inWords(new IllegalStateException("\uD83D\uDD25".repeat(900)))).hasSize(1_001);
    }
}
