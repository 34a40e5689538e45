package dev.blackstart.library;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.library.LibraryDocument.Content;
import io.quarkus.hibernate.orm.panache.Panache;

/** A kind of rows that the library holds the words of. */
abstract class LibrarySource<E extends BaseEntity> {

    final DocumentKind kind;

    private final Class<E> entity;

    /** Which rows {@code s} count. */
    private final String condition;

    LibrarySource(DocumentKind kind, Class<E> entity) {
        this(kind, entity, "true = true");
    }

    LibrarySource(DocumentKind kind, Class<E> entity, String condition) {
        this.kind = kind;
        this.entity = entity;
        this.condition = condition;
    }

    /** What there is to find of a row; null where it has nothing. */
    abstract Content content(E row);

    /** The same by its id; null also where the row is gone. */
    Content content(UUID subject) {
        E row = Panache.getEntityManager().find(entity, subject);
        return row == null ? null : content(row);
    }

    Map<String, Integer> weights(Content content) {
        return Words.weights(content.title(), content.text());
    }

    /** Rows that the library does not hold, or holds as they were before. */
    List<UUID> changed(int most) {
        return Panache.getEntityManager().createQuery("""
                select s.id from %s s where %s and not exists (select 1 from LibraryDocument d
                    where d.kind = :kind and d.subjectId = s.id and d.subjectVersion = s.version)
                order by s.id""".formatted(entity.getSimpleName(), condition), UUID.class).setParameter("kind", kind)
                .setMaxResults(most).getResultList();
    }

    /** Documents of rows that are gone or do not count any more. */
    List<UUID> orphans(int most) {
        return Panache.getEntityManager().createQuery("""
                select d.id from LibraryDocument d where d.kind = :kind and not exists (select 1 from %s s
                    where s.id = d.subjectId and %s)
                order by d.id""".formatted(entity.getSimpleName(), condition), UUID.class).setParameter("kind", kind)
                .setMaxResults(most).getResultList();
    }
}
