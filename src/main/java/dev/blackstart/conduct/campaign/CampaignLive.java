package dev.blackstart.conduct.campaign;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.conduct.campaign.CampaignResource.Templates;
import dev.blackstart.conduct.campaign.Campaigns.Member;
import dev.blackstart.exercise.page.StatusBanner;
import dev.blackstart.people.Person;
import dev.blackstart.web.PersonalLivePage;

/** Keeps command rooms up to date: each reader sees the exercises of the campaign that they conduct. */
@ApplicationScoped
class CampaignLive implements PersonalLivePage {

    private static final Duration REFRESH = Duration.ofSeconds(2);

    private final Campaigns campaigns;
    private final Clock clock;

    CampaignLive(Campaigns campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "campaign";
    }

    @Override
    public Duration refreshInterval() {
        return REFRESH;
    }

    @Override
    public Map<String, String> parts(String campaign, String reader) {
        List<Member> members = campaigns.members(campaign, reader, Person.byKey(reader).platformRole.isMaster());
        return members.isEmpty() ? null
                : Map.of("campaign-room", Templates.campaign$room(
                        campaigns.room(campaign, members, StatusBanner.minuteOf(clock.instant())), true).render());
    }
}
