package dev.blackstart.crypto;

import java.util.List;

import org.hibernate.Session;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** A secret key of this installation: created when a process first needs it, stored once, the same in every replica. */
public enum InstallationKey {

    /** Encrypts positions in a journal for readers who are not control staff. */
    CURSORS("cursors"),

    /** Signs the links by which people acknowledge a call. */
    ACKNOWLEDGEMENT_LINKS("acknowledgement-links"),

    /** Keeps one answer of a person apart from another's, without their name. */
    CONFIDENCE("confidence");

    private static final int BYTES = 32;

    private final String name;

    InstallationKey(String name) {
        this.name = name;
    }

    /** Reads the key in a transaction of its own. When two processes create it at once, both get the row that was first. */
    public byte[] secret() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Session database = Panache.getSession();
            if (stored(database).isEmpty()) {
                database.createNativeMutationQuery(
                        "insert into installation_key (name, secret) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, name).setParameter(2, Secrets.random(BYTES)).executeUpdate();
            }
            return stored(database).get(0);
        });
    }

    private List<byte[]> stored(Session database) {
        return database.createNativeQuery("select secret from installation_key where name = ?1", byte[].class)
                .setParameter(1, name).getResultList();
    }
}
