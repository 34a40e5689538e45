package dev.blackstart.insight.culture;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.insight.reading.Quarter;

/** How much somebody trusts a system in one quarter. It holds nothing of who said it, nor when. */
@Entity
public class SystemConfidence extends BaseEntity {

    @NotNull
    public String systemKey;

    /** As {@link Quarter} writes it. */
    @NotNull
    public String quarter;

    /** 1: I would rather not touch it, … 5: I change it without a second thought. */
    public int level;

    /** A keyed hash of person, system and quarter. */
    @NotNull
    public String voice;

    protected SystemConfidence() {
    }

    SystemConfidence(String systemKey, Quarter quarter, int level, String voice) {
        super(UUID.randomUUID(), quarter.begins());
        this.systemKey = systemKey;
        this.quarter = quarter.toString();
        this.level = level;
        this.voice = voice;
    }

    static SystemConfidence of(String voice) {
        return find("voice", voice).firstResult();
    }

    /** In no order that says anything. */
    static List<SystemConfidence> of(List<Quarter> quarters) {
        return quarters.isEmpty() ? List.of()
                : list("quarter in ?1 order by systemKey, quarter, id", quarters.stream().map(Quarter::toString).toList());
    }

    void say(int other) {
        level = other;
    }
}
