package dev.blackstart.calling;

import java.security.SecureRandom;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The installation's key for the links in calls: made once by whichever process needs it first, read by all. */
@Entity
class LinkKey extends PanacheEntityBase {

    private static final int ONLY = 1;
    private static final int BYTES = 32;

    @Id
    public int id;

    @NotNull
    public byte[] secret;

    /** Two processes may make it at the same moment: the row that was first counts for both. */
    static byte[] ours() {
        return QuarkusTransaction.requiringNew().call(() -> {
            LinkKey known = findById(ONLY);
            if (known != null) {
                return known.secret;
            }
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            getEntityManager().createNativeQuery("insert into link_key (id, secret) values (?1, ?2) on conflict do nothing")
                    .setParameter(1, ONLY).setParameter(2, random).executeUpdate();
            return LinkKey.<LinkKey> findById(ONLY).secret;
        });
    }
}
