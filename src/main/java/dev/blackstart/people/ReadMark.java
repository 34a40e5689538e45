package dev.blackstart.people;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** How far somebody has read what others write to one thing. */
@Entity
@IdClass(ReadMark.Key.class)
public class ReadMark extends PanacheEntityBase {

    /** Person key. */
    @Id
    public String person;

    /** Id of what is read: an item of preparation, or an exercise. */
    @Id
    public UUID subject;

    @Column(name = "read_at", nullable = false)
    public Instant at;

    /** Of an exercise's journal; 0 for other subjects. */
    @Column(name = "read_seq", nullable = false)
    public long seq;

    protected ReadMark() {
    }

    /** Everything up to now. @param seq of an exercise's journal; 0 for other subjects */
    public static void set(String person, UUID subject, Instant at, long seq) {
        QuarkusTransaction.requiringNew().run(() -> {
            String moved = "update ReadMark m set m.at = ?3, m.seq = ?4 where m.person = ?1 and m.subject = ?2";
            if (update(moved, person, subject, at, seq) == 0) {
                getEntityManager().createNativeQuery("""
                        insert into read_mark (person, subject, read_at, read_seq) values (:person, :subject, :at, :seq)
                        on conflict do nothing""").setParameter("person", person).setParameter("subject", subject)
                        .setParameter("at", at).setParameter("seq", seq).executeUpdate();
            }
        });
    }

    /** What names a mark. */
    public static class Key {
        public String person;
        public UUID subject;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(person, key.person) && Objects.equals(subject, key.subject);
        }

        @Override
        public int hashCode() {
            return Objects.hash(person, subject);
        }
    }
}
