package dev.blackstart.live;

import static dev.blackstart.testsupport.GameDay.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.live.stream.LiveConfig;
import dev.blackstart.live.stream.StreamHub;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class JournalStreamTest {

    @Inject
    StreamHub streamHub;

    @Inject
    LiveConfig config;

    @Test
    void stream_heartbeatFirstThenWhatWasAndWhatComes() {
        GameDay day = Lines.running();
        try (EventStream stream = EventStream.open(day, "carl", null)) {
            assertThat(stream.any().isHeartbeat()).isTrue();
            Lines.note(day, "dana", "later");
            EventStream.Event last = stream.nextWithText();
            JsonPath page = as("carl").get(Lines.path(day)).jsonPath();
            assertThat(last.id()).isEqualTo(page.getString("entries[-1].seq"));
            assertThat(last.type()).isEqualTo("note");
            assertThat(last.data().toString()).isEqualTo(
                    new ObjectMapper().valueToTree(page.getMap("entries[-1]")).toString());
        }
    }

    @Test
    void stream_player_onlyTheirsUnderOpaquePlaces() {
        GameDay day = Lines.running();
        try (EventStream stream = EventStream.open(day, "pia", null)) {
            assertThat(stream.next().type()).isEqualTo("startex");
            Lines.note(day, "carl", "secret");
            Lines.note(day, "noel", "hers");
            Lines.finding(day, "noel", "everybody's");
            EventStream.Event finding = stream.next();
            assertThat(finding.type()).isEqualTo("finding-logged");
            assertThat(finding.id()).matches("[A-Za-z0-9_-]{22}").isEqualTo(finding.data().get("seq").asText());
            assertThat(finding.data().has("hash")).isFalse();
        }
    }

    @Test
    void stream_floodOfOnePerson_429AndOthersAreServed() {
        GameDay day = Lines.running();
        List<EventStream> open = new ArrayList<>();
        int refused = 200;
        while (refused == 200 && open.size() <= config.streamsPerPerson()) {
            HttpResponse<InputStream> answer = EventStream.ask(Lines.path(day), "sol", null);
            refused = answer.statusCode();
            if (refused == 200) {
                open.add(EventStream.of(answer));
            } else {
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
            }
        }
        assertThat(refused).isEqualTo(429);
        EventStream.open(day, "eve", null).close();
        open.forEach(EventStream::close);
        await().untilAsserted(() -> EventStream.open(day, "sol", null).close());
    }

    @Test
    void stream_afterInAddress_beginsBehindIt() throws IOException {
        GameDay day = Lines.running();
        Lines.finding(day, "pia", "one");
        String place = as("pia").queryParam("limit", 1).get(Lines.path(day)).jsonPath().getString("next");
        try (var body = EventStream.ask(Lines.path(day) + "?after=" + place, "pia", null).body()) {
            StringBuilder read = new StringBuilder();
            await().until(() -> {
                read.append(new String(body.readNBytes(body.available()), StandardCharsets.UTF_8));
                return read.toString().contains("finding-logged");
            });
            assertThat(read.toString()).doesNotContain("startex");
        }
    }

    @Test
    void stream_lastEventIdOfAnotherExercise_422() {
        GameDay day = Lines.running();
        String other = as("pia").get(Lines.path(Lines.running())).jsonPath().getString("next");
        for (String wrong : List.of(other, "1", "x")) {
            assertThat(EventStream.ask(Lines.path(day), "pia", wrong).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void stream_moreThanAPageMissed_allInOrder() {
        GameDay day = Lines.running();
        for (int i = 0; i < 220; i++) {
            Lines.note(day, "carl", "line " + i);
        }
        Lines.finding(day, "noel", "at last");
        try (EventStream control = EventStream.open(day, "dana", null);
                EventStream player = EventStream.open(day, "pia", null)) {
            for (int seq = 1; seq <= 224; seq++) {
                assertThat(control.next().id()).isEqualTo(Integer.toString(seq));
            }
            assertThat(player.next().type()).isEqualTo("startex");
            assertThat(player.next().type()).isEqualTo("finding-logged");
        }
    }

    @Test
    void stream_interruptedAgainAndAgain_losesAndRepeatsNothing() throws Exception {
        GameDay day = Lines.running();
        int each = 60;
        ExecutorService writers = Executors.newFixedThreadPool(3);
        List<Future<?>> writing = new ArrayList<>();
        for (String person : List.of("pia", "noel", "carl")) {
            writing.add(writers.submit(() -> {
                for (int i = 0; i < each; i++) {
                    Lines.note(day, "carl", "between");
                    Lines.finding(day, person, person + i);
                }
            }));
        }
        Future<List<String>> player = reader(day, "pia", 3 * each + 1);
        Future<List<String>> control = reader(day, "dana", 6 * each + 4);
        for (Future<?> writer : writing) {
            writer.get();
        }
        assertThat(player.get()).isEqualTo(pages(day, "pia"));
        assertThat(control.get()).isEqualTo(pages(day, "dana"));
        writers.shutdown();
    }

    /** Takes a few, hangs up, comes back with the last place, until all or nothing more has come. */
    private static Future<List<String>> reader(GameDay day, String person, int all) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<List<String>> taken = thread.submit(() -> {
            Random random = new Random();
            List<String> places = new ArrayList<>();
            boolean dry = false;
            while (places.size() < all && !dry) {
                String last = places.isEmpty() ? null : places.get(places.size() - 1);
                try (EventStream stream = EventStream.open(day, person, last)) {
                    int some = Math.min(all - places.size(), random.nextInt(25));
                    for (int i = 0; i < some && !dry; i++) {
                        EventStream.Event event = stream.nextIfAny();
                        dry = event == null;
                        if (!dry) {
                            places.add(event.id());
                        }
                    }
                }
            }
            return places;
        });
        thread.shutdown();
        return taken;
    }

    private static List<String> pages(GameDay day, String person) {
        return as(person).queryParam("limit", 1000).get(Lines.path(day)).jsonPath().getList("entries.seq",
                String.class);
    }

    @Test
    void stream_playerBecomesController_closesAndGoesOnWithEverything() {
        GameDay day = Lines.running();
        try (EventStream stream = EventStream.open(day, "noel", null);
                EventStream other = EventStream.open(day, "pia", null)) {
            String last = stream.next().id();
            other.next();
            day.post("dana", "/roster", Map.of("person", "noel", "role", "evaluator")).statusCode(200);
            assertThat(stream.ends()).isTrue();
            assertThat(stream.hasMore()).isFalse();
            Lines.finding(day, "pia", "still there");
            assertThat(other.next().type()).isEqualTo("finding-logged");
            try (EventStream again = EventStream.open(day, "noel", last)) {
                assertThat(again.next().type()).isEqualTo("roster-changed");
            }
        }
    }

    @Test
    void stream_controllerTakesOverDirection_closes() {
        GameDay day = Lines.running();
        try (EventStream stream = EventStream.open(day, "carl", null)) {
            stream.next();
            day.post("carl", "/roster", Map.of("person", "carl", "role", "director")).statusCode(200);
            assertThat(stream.ends()).isTrue();
        }
    }

    @Test
    void stream_manyAtOnce_allGetItAndLeaveNothing() {
        GameDay day = Lines.running();
        List<EventStream> streams = new ArrayList<>();
        try {
            for (String person : List.of("pia", "dana", "carl", "sol", "eve", "noel", "olga", "adam")) {
                for (int i = 0; i < 13; i++) {
                    streams.add(EventStream.open(day, person, null));
                }
            }
            Lines.finding(day, "noel", "seen by all");
            for (EventStream stream : streams) {
                assertThat(stream.nextWithText().data().at("/data/text").asText()).isEqualTo("seen by all");
            }
        } finally {
            streams.forEach(EventStream::close);
        }
        await().until(() -> !streamHub.isWatched(UUID.fromString(day.id)));
    }
}
