package dev.blackstart.live.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.blackstart.crypto.InstallationKey;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import javax.sql.DataSource;

@QuarkusTest
class CursorsTest {

    private final UUID exercise = UUID.randomUUID();
    private final ExerciseAccess player = sight(exercise, false);

    @Inject
    Cursors cursors;

    @Inject
    DataSource database;

    private static ExerciseAccess sight(UUID exercise, boolean control) {
        return new ExerciseAccess(exercise, "pia", control, true, false, Set.of(), Set.of(), false);
    }

    private String opaque(long seq) {
        return cursors.shown(exercise, seq, false).toString();
    }

    @Test
    void read_ownCursor_sameNumber() {
        for (long seq : new long[] { 0, 1, 2, 1_000_000, Long.MAX_VALUE }) {
            assertThat(cursors.read(player, opaque(seq), "after")).isEqualTo(seq);
            assertThat(opaque(seq)).isEqualTo(opaque(seq));
        }
    }

    @Test
    void read_none_beginning() {
        assertThat(cursors.read(player, null, "after")).isZero();
        assertThat(cursors.read(player, "", "after")).isZero();
    }

    @Test
    void read_anyBitChanged_refused() {
        byte[] block = Base64.getUrlDecoder().decode(opaque(7));
        for (int bit = 0; bit < 128; bit++) {
            byte[] forged = block.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            assertThatThrownBy(() -> cursors.read(player, text, "after")).isInstanceOf(Problem.class);
        }
    }

    @Test
    void read_controlStaffWithAPlaceFromBefore_sameNumber() {
        assertThat(cursors.read(sight(exercise, true), opaque(7), "after")).isEqualTo(7);
        assertThat(cursors.read(sight(exercise, true), "7", "after")).isEqualTo(7);
        assertThatThrownBy(() -> cursors.read(sight(UUID.randomUUID(), true), opaque(7), "after"))
                .isInstanceOf(Problem.class);
    }

    /** As two replicas that start at the same moment. */
    @Test
    void key_madeByManyAtOnce_oneForAll() throws Exception {
        byte[] before = InstallationKey.CURSORS.secret();
        execute("delete from installation_key where name = 'cursors'");
        int many = 8;
        ExecutorService processes = Executors.newFixedThreadPool(many);
        CyclicBarrier together = new CyclicBarrier(many);
        List<Future<byte[]>> keys = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            keys.add(processes.submit(() -> {
                together.await();
                return InstallationKey.CURSORS.secret();
            }));
        }
        byte[] made = keys.get(0).get();
        assertThat(made).hasSize(32).isNotEqualTo(before);
        for (Future<byte[]> key : keys) {
            assertThat(key.get()).isEqualTo(made);
        }
        processes.shutdown();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
