package dev.blackstart.stories;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.validation.constraints.NotNull;

import org.apache.commons.codec.digest.DigestUtils;

import dev.blackstart.crypto.Secrets;
import dev.blackstart.database.BaseEntity;
import dev.blackstart.followup.defect.Defect.Principle;

/** A war story. Without a name it holds nothing of its author, and as its time the begin of the quarter it was written in. */
@Entity
public class Story extends BaseEntity {

    /** Person key; null where it is told without a name. */
    public String author;

    /** Of the token that changes a story without a name; null for all others. */
    public String tokenHash;

    @NotNull
    public String title;

    /** Markdown. */
    @NotNull
    public String text;

    /** What was learned; or null. */
    public String learned;

    @Enumerated(EnumType.STRING)
    public Principle principle;

    /** A year, a month or a day; or null. */
    public String happened;

    @NotNull
    @Enumerated(EnumType.STRING)
    public StoryState state;

    /** The year of the last anniversary that its author was reminded of; 0 for none. */
    public int remindedYear;

    /** Keys. */
    @ElementCollection
    @CollectionTable(name = "story_system", joinColumns = @JoinColumn(name = "story_id"))
    @Column(name = "system_key", nullable = false)
    public Set<String> systems = new LinkedHashSet<>();

    protected Story() {
    }

    private Story(UUID id, Instant at) {
        super(id, at);
    }

    static Story named(UUID id, String author, StoryEntry.Checked said, Instant at) {
        Story story = new Story(id, at);
        story.author = author;
        story.tell(said);
        return story;
    }

    /** @param quarter its begin: the only time that is kept */
    static Story unnamed(UUID id, String token, StoryEntry.Checked said, Instant quarter) {
        Story story = new Story(id, quarter);
        story.tokenHash = DigestUtils.sha256Hex(token);
        story.tell(said);
        return story;
    }

    final void tell(StoryEntry.Checked said) {
        title = said.title();
        text = said.text();
        learned = said.learned();
        principle = said.principle();
        happened = said.happened();
        state = said.state();
        systems.retainAll(said.systems());
        systems.addAll(said.systems());
    }

    public boolean isPublished() {
        return state == StoryState.PUBLISHED;
    }

    boolean isBy(String person) {
        return author != null && author.equals(person);
    }

    boolean opensWith(String token) {
        return tokenHash != null && token != null && Secrets.areEqual(tokenHash, DigestUtils.sha256Hex(token));
    }
}
