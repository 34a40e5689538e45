package dev.blackstart.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.problem.Problem;

/** What a plan said at one time: the bytes as imported and the tree read from them. */
@Entity
public class PlanRevision extends BaseEntity {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final int MOST_KEPT = 200;

    /** Revisions never change their tree, so readings are kept, those used last. */
    private static final Cache<Name, PlanDocument> READ = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    @NotNull
    public String planKey;

    /** From 1. */
    public int number;

    /** The file's bytes; an equal tree in other bytes replaces them. */
    @NotNull
    public byte[] source;

    /** The parsed tree as JSON text. */
    @NotNull
    public String tree;

    @NotNull
    public String treeHash;

    /** Person key, or {@code blackstart} for the plans read at start. */
    @NotNull
    public String importedBy;

    protected PlanRevision() {
    }

    public PlanRevision(String planKey, int number, byte[] source, String tree, String treeHash, String importedBy,
            Instant at) {
        super(UUID.randomUUID(), at);
        this.planKey = planKey;
        this.number = number;
        this.source = source;
        this.tree = tree;
        this.treeHash = treeHash;
        this.importedBy = importedBy;
    }

    public static PlanRevision of(String planKey, int number) {
        return find("planKey = ?1 and number = ?2", planKey, number).firstResult();
    }

    /**
     * A revision that somebody may read.
     *
     * @param number null for the newest
     * @throws Problem 404 where there is none for them
     */
    public static PlanRevision readable(String planKey, Integer number, String viewer, boolean master) {
        Plan plan = Plan.visible(planKey, viewer, master);
        PlanRevision revision = plan == null ? null : number == null ? plan.current() : of(planKey, number);
        if (revision == null) {
            throw Problem.notFound();
        }
        return revision;
    }

    /** Newest first. */
    public static List<PlanRevision> all(String planKey) {
        return list("planKey = ?1 order by number desc", planKey);
    }

    /** The newest that one importer brought, or null. */
    public static PlanRevision newestBy(String importer, String planKey) {
        return find("planKey = ?1 and importedBy = ?2 order by number desc", planKey, importer).firstResult();
    }

    /** What a revision that exercises use says; the database is asked only for one that was not read lately. */
    public static PlanDocument document(String planKey, int number) {
        PlanDocument kept = READ.getIfPresent(new Name(planKey, number));
        return kept == null ? of(planKey, number).document() : kept;
    }

    /** Person keys of everybody who owned the plan in this revision or an earlier one. */
    public static Set<String> ownersUntil(String planKey, int number) {
        return IntStream.rangeClosed(1, number).mapToObj(earlier -> document(planKey, earlier).owner())
                .collect(Collectors.toSet());
    }

    public PlanDocument document() {
        return READ.get(new Name(planKey, number), name -> read(tree));
    }

    /** The plan as its file says it. */
    public ObjectNode tree() {
        try {
            return (ObjectNode) MAPPER.readTree(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a stored plan cannot be read", impossible);
        }
    }

    public static PlanDocument read(String tree) {
        try {
            return MAPPER.readValue(tree, PlanDocument.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a stored plan cannot be read", impossible);
        }
    }

    private record Name(String planKey, int number) {
    }

    /** The same tree came in other bytes: an export returns the newest. */
    public void keep(byte[] newSource) {
        source = newSource;
    }
}
