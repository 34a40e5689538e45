package dev.blackstart.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.blackstart.database.Database;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.preparation.checklist.PreparationFileContent;
import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import dev.blackstart.testsupport.Pictures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import javax.sql.DataSource;

/** My preparation, an item's page, a team's progress and the register, as their people use them. */
@QuarkusTest
class PreparationPagesTest {

    @Inject
    DataSource database;

    @Test
    void list_tapped_goesBackToTheItemInTheList() {
        GameDay day = GameDay.scheduled(PreparationTest.ITEMS);
        String item = PreparationTest.id(day, "points");
        PageClient pia = PageClient.as("pia");
        pia.get("/preparation").statusCode(200).body(containsString("item-" + item), containsString("Name what fails over"));
        pia.post("/preparation/" + item + "/transitions", Map.of("to", "started", "back", "list")).statusCode(303)
                .header("Location", containsString("/preparation#item-" + item));
        pia.post("/preparation/" + item + "/transitions", Map.of("to", "done", "evidence", "See https://wiki.example/a_(b)."))
                .statusCode(303);
        pia.get("/preparation/" + item).statusCode(200).body(containsString("href=\"https://wiki.example/a_(b\""),
                containsString("You did it, so somebody else verifies it"), not(containsString("value=\"verified\"")));
        PageClient tess = PageClient.as("tess");
        tess.get("/preparation").body(containsString("Awaiting your verification"));
        tess.post("/preparation/" + item + "/transitions", Map.of("to", "verified")).statusCode(303);
        pia.post("/preparation/" + item + "/transitions", Map.of("to", "verified")).statusCode(303);
    }

    @Test
    void item_refused_typedStaysUnderItsField() {
        String item = "/preparation/" + PreparationTest.id(GameDay.scheduled(PreparationTest.ITEMS), "points");
        PageClient tess = PageClient.as("tess");
        String tooLong = "w".repeat(2_001);
        tess.post(item + "/transitions", Map.of("to", "blocked", "reason", tooLong)).statusCode(422)
                .body(containsString(tooLong), containsString("f-reason-error"));
        tess.post(item + "/transitions", Map.of("to", "done", "evidence", " ")).statusCode(422)
                .body(containsString("f-evidence-error"));
        tess.post(item + "/owner", Map.of("owner", "noel")).statusCode(422).body(containsString("is not of this team"));
        tess.post(item + "/single-points", Map.of("title", "", "system", "kept-system")).statusCode(422)
                .body(containsString("kept-system"), containsString("f-title-error"));
        tess.post(item + "/additions", Map.of("title", "x".repeat(201))).statusCode(422).body(containsString("x".repeat(201)));
        tess.post(item + "/comments", Map.of("text", "<b>bold</b>")).statusCode(303);
        tess.get(item).body(containsString("&lt;b&gt;bold"), not(containsString("<b>bold</b>")));
        PageClient.as("noel").post(item + "/comments", Map.of("text", "x")).statusCode(404);
        PageClient.as("noel").get(item).statusCode(404);
    }

    @Test
    void file_asProof_servedToTheTeamAndToNobodyElse() {
        GameDay day = GameDay.scheduled(PreparationTest.ITEMS);
        String path = "/preparation/" + PreparationTest.id(day, "points") + "/files";
        byte[] photo = Pictures.photo(40, 30, 6);
        FormClient pia = FormClient.of("pia");
        pia.upload().multiPart("file", "proof.jpg", photo, "image/jpeg").post(path).then().statusCode(303);
        String file = GameDay.as("tess").get("/api" + path).then().statusCode(200).body("items.name", contains("proof.jpg"))
                .body("items.author", contains("pia")).extract().path("items[0].id");
        byte[] served = pia.browser().get(path + "/" + file).then().statusCode(200)
                .header("Content-Security-Policy", containsString("sandbox")).extract().asByteArray();
        assertThat(new String(served, StandardCharsets.ISO_8859_1)).doesNotContain(Pictures.PLACE);
        pia.browser().get("/preparation/" + PreparationTest.id(day, "points")).then()
                .body(containsString(file + "?preview=true"));
        pia.browser().get("/preparation/" + PreparationTest.id(day, "numbers") + "/files/" + file).then().statusCode(404);
        for (String stranger : List.of("noel", "wilma")) {
            FormClient.of(stranger).browser().get(path + "/" + file).then().statusCode(404);
            GameDay.as(stranger).get("/api" + path + "/" + file).then().statusCode(404);
            GameDay.as(stranger).contentType("text/plain").body("x").post("/api" + path).then().statusCode(404);
        }
        GameDay.as("pia").contentType("application/octet-stream").body(new byte[] { 0x4d, 0x5a, 0, 1 })
                .queryParam("name", "a.png")
                .post("/api" + path).then().statusCode(422).body("field", is("file"));
        GameDay.as("tess").get("/api" + path).then().body("items", hasSize(1));
    }

    @Test
    void file_addedWhileEvidenceIsTyped_evidenceStays() {
        GameDay day = GameDay.scheduled(PreparationTest.ITEMS);
        String item = "/preparation/" + PreparationTest.id(day, "points");
        FormClient pia = FormClient.of("pia");
        byte[] photo = Pictures.photo(40, 30, 6);
        pia.upload().multiPart("to", "done").multiPart("evidence", "Seen on the")
                .multiPart("file", "one.jpg", photo, "image/jpeg")
                .post(item + "/files").then().statusCode(200).body(containsString(">Seen on the</textarea>"),
                        containsString("one.jpg"));
        pia.upload().multiPart("to", "done").multiPart("evidence", "Seen on the picture.")
                .multiPart("file", "two.jpg", photo, "image/jpeg").post(item + "/transitions").then().statusCode(303);
        GameDay.as("tess").get("/api" + item).then().body("state", is("done"), "evidence", is("Seen on the picture."));
        GameDay.as("tess").get("/api" + item + "/files").then().body("items.name", hasItems("one.jpg", "two.jpg"));
    }

    @Test
    void file_refused_backOnItsPageWithWhatIsWrong() {
        GameDay day = GameDay.scheduled(PreparationTest.ITEMS);
        String item = "/preparation/" + PreparationTest.id(day, "points");
        FormClient pia = FormClient.of("pia");
        pia.upload().multiPart("file", "page.png", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "image/png")
                .post(item + "/files").then().statusCode(422).contentType(containsString("text/html"))
                .body(containsString("f-file-error"), containsString("is not a picture, a PDF or plain text inside"),
                        containsString("Name what fails over"));
        pia.upload()
                .multiPart("file", "large.txt", "x".repeat(10 * 1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8), "text/plain")
                .post(item + "/files").then().statusCode(422)
                .body(containsString("f-file-error"), containsString("at most 10 MB"));
        pia.upload().multiPart("other", "x").post(item + "/files").then().statusCode(422)
                .body(containsString("Choose a file first."));
        for (int i = 0; i < 20; i++) {
            GameDay.as("pia").contentType("text/plain").body("x").post("/api" + item + "/files").then().statusCode(201);
        }
        pia.upload().multiPart("file", "more.txt", "x".getBytes(StandardCharsets.UTF_8), "text/plain").post(item + "/files")
                .then().statusCode(422).body(containsString("at most 20 files"));
        GameDay.as("pia").get("/api" + item + "/files").then().body("items", hasSize(20));
        assertThat(QuarkusTransaction.requiringNew().call(() -> PreparationFileContent.count(
                "id not in (select f.id from PreparationFile f) and id not in (select f.previewId from PreparationFile f where f.previewId is not null)")))
                .as("bytes that belong to nothing").isZero();
        FormClient.of("noel").upload().multiPart("file", "x.txt", "x".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post(item + "/files").then().statusCode(404);
    }

    /**
     * Whoever sends a large proof holds up nobody who conducts: its bytes are written down before it waits for the exercise.
     */
    @Test
    void file_whileTheExerciseIsHeld_writtenBeforeItWaits() throws Exception {
        GameDay day = GameDay.scheduled(PreparationTest.ITEMS);
        String files = "/api/preparation/" + PreparationTest.id(day, "points") + "/files";
        long before = Database.isPostgresql() ? 0 : written();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        ExecutorService others = Executors.newFixedThreadPool(2);
        Future<?> holder = others.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
            Exercise.lock(UUID.fromString(day.id));
            held.countDown();
            return done.await(20, TimeUnit.SECONDS);
        }));
        held.await();
        Future<Integer> sent = others
                .submit(() -> GameDay.as("pia").contentType("text/plain").body("x").post(files).statusCode());
        Awaitility.await("the bytes are there").until(() -> written() == before + 1);
        assertThat(sent.isDone()).as("it waits").isFalse();
        done.countDown();
        assertThat(sent.get(10, TimeUnit.SECONDS)).isEqualTo(201);
        holder.get();
        others.shutdown();
    }

    /** Also what is not committed yet. */
    private long written() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (Database.isPostgresql()) {
                return writersWaiting(connection);
            }
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
            try (ResultSet rows = connection.createStatement()
                    .executeQuery("select count(*) from preparation_file_content")) {
                rows.next();
                return rows.getLong(1);
            } finally {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        }
    }

    /** PostgreSQL shows nothing uncommitted, but who wrote into the table and waits for a lock now. */
    private static long writersWaiting(Connection connection) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery("""
                select count(distinct wrote.pid) from pg_locks wrote join pg_locks waits on waits.pid = wrote.pid
                where wrote.relation = 'preparation_file_content'::regclass and wrote.mode = 'RowExclusiveLock'
                and wrote.granted and not waits.granted""")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void evidence_markdown_readAsItIsMeantAndHarmless() {
        GameDay day = GameDay.scheduled(PreparationTest.ITEMS);
        String item = "/preparation/" + PreparationTest.id(day, "points");
        PageClient pia = PageClient.as("pia");
        pia.post(item + "/transitions", Map.of("to", "done", "evidence",
                "**Both** switches, [the change](https://tracker.example/1)\n\n![graph](https://elsewhere.example/g.png)\n<img src=x onerror=alert(1)> [x](javascript:alert(1))"))
                .statusCode(303);
        pia.post(item + "/comments", Map.of("text", "- one\n- two")).statusCode(303);
        pia.get(item).body(containsString("<strong>Both</strong>"),
                containsString("<a href=\"https://tracker.example/1\" rel=\"noopener noreferrer\">the change</a>"),
                containsString("<a href=\"https://elsewhere.example/g.png\" rel=\"noopener noreferrer\">graph</a>"),
                containsString("<li>one</li>"), not(containsString("src=\"https://elsewhere")),
                not(containsString("<img src=x")),
                not(containsString("javascript:")));
    }

    @Test
    void exercise_progressPerTeam_andOneMoreItem() {
        GameDay day = GameDay.scheduled(PreparationTest.ITEMS);
        day.post("carl", "/preparation/points/transitions", Map.of("to", "done", "evidence", "Seen.")).statusCode(200);
        PageClient dana = PageClient.as("dana");
        String page = "/exercises/" + day.id + "/preparation";
        dana.get("/exercises/" + day.id).statusCode(200).body(containsString("1 of 2"), containsString("1 not verified"),
                containsString("The gate passes."));
        dana.get(page).statusCode(200).body(containsString("storage: 1 of 2 done"), containsString("web: 0 of 1 done"));
        dana.post(page, Map.of("team", "web", "title", "", "due", "2031-01-01")).statusCode(422)
                .body(containsString("2031-01-01"), containsString("f-title-error"));
        dana.post(page, Map.of("team", "web", "title", "One more", "due", "tomorrow")).statusCode(422)
                .body(containsString("f-due-error"));
        dana.post(page, Map.of("team", "web", "title", "One more for web", "due", "2031-01-01", "blocking", "true"))
                .statusCode(303);
        dana.get(page).body(containsString("One more for web"));
        for (String person : List.of("pia", "wilma")) {
            PageClient.as(person).get(page).statusCode(404);
        }
        PageClient.as("pia").post(page, Map.of("team", "web", "title", "x")).statusCode(403);
        PageClient.as("wilma").post(page, Map.of("team", "web", "title", "x")).statusCode(404);
    }

    @Test
    void gate_onTheExercisesPage_forControlStaffAlone() {
        GameDay day = GameDay.scheduled(PreparationTest.ITEMS);
        String page = "/exercises/" + day.id;
        String stream = "data-live=\"" + page + "/live/gate\"";
        PageClient dana = PageClient.as("dana");
        dana.get(page).statusCode(200).body(containsString(stream), containsString("1 check fails"),
                containsString("Teams are prepared"));
        day.post("carl", "/preparation/points/transitions", Map.of("to", "done", "evidence", "Seen.")).statusCode(200);
        dana.get(page).body(containsString("The gate passes."),
                containsString("Starts the clock now and notifies 8 people. No fault is planned."));
        PageClient.as("eve").get(page).body(containsString(stream), containsString("The director starts it."),
                not(containsString("Starts the clock")));
        PageClient.as("pia").get(page).statusCode(200).body(not(containsString("data-live")),
                not(containsString("Before the start")));
        PageClient.as("wilma").get(page).statusCode(404);
    }

    @Test
    void singlePoint_settledOnItsPage() {
        GameDay day = GameDay.scheduled(PreparationTest.ITEMS);
        String item = "/preparation/" + PreparationTest.id(day, "points");
        PageClient tess = PageClient.as("tess");
        tess.post(item + "/single-points", Map.of("title", "One switch for both", "system", "core")).statusCode(303);
        String id = GameDay.as("tess").get("/api/single-points").then().extract()
                .path("items.find { it.title == 'One switch for both' && it.state == 'open' }.id");
        tess.get("/single-points").body(containsString("One switch for both"));
        tess.post("/single-points/" + id + "/transitions", Map.of("to", "removed", "reason", "")).statusCode(422)
                .body(containsString("f-reason-error"));
        tess.post("/single-points/" + id + "/transitions", Map.of("to", "removed", "reason", "A second switch."))
                .statusCode(303);
        tess.get("/single-points/" + id).body(containsString("A second switch."), containsString("Removed"));
        PageClient.as("noel").get("/single-points/" + id).statusCode(404);
        assertThat(GameDay.as("noel").get("/api/single-points").asString()).doesNotContain(id);
    }
}
