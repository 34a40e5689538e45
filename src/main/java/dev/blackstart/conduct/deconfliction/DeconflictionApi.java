package dev.blackstart.conduct.deconfliction;

import java.time.Instant;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** "Is this you?", asked by anybody and answered by those who know; the receipt is the same for everybody. */
@Path("/api/deconfliction")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeconflictionApi {

    static final String RECEIPT = "Asked. You are answered within 5 minutes. Until then treat it as real.";

    private final Deconfliction deconfliction;
    private final Viewer viewer;

    DeconflictionApi(Deconfliction deconfliction, Viewer viewer) {
        this.deconfliction = deconfliction;
        this.viewer = viewer;
    }

    public record Asking(String text) {
    }

    /** @param answer ours or not-ours */
    public record Answering(String answer) {
    }

    /** @param state asked, ours or not-ours @param answerBy when it is answered at the latest */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Question(UUID id, String text, String state, Instant askedAt, Instant answerBy, Instant answeredAt,
            String advice) {
        static Question of(DeconflictionQuestion question) {
            return new Question(question.id, question.text, question.state(), question.createdAt,
                    question.createdAt.plus(DeconflictionQuestion.ANSWER_WITHIN), question.answeredAt,
                    question.ours == null ? RECEIPT : null);
        }
    }

    @POST
    public Response ask(Asking asking) {
        DeconflictionQuestion question = deconfliction.ask(asking == null ? null : asking.text(), viewer.key());
        return Response.accepted(Question.of(question)).build();
    }

    /** What the viewer asked, the newest first. */
    @GET
    @Transactional
    public PagedList<Question> asked() {
        return PagedList.whole(deconfliction.askedBy(viewer.key()).stream().map(Question::of).toList());
    }

    /** What the viewer can answer; empty for everybody else. */
    @GET
    @Path("answers")
    @Transactional
    public PagedList<Question> toAnswer() {
        return PagedList.whole(deconfliction.toAnswer(viewer.key()).stream().map(Question::of).toList());
    }

    @POST
    @Path("{id}/answers")
    public Question answer(UUID id, Answering answering) {
        String answer = answering == null ? null : answering.answer();
        if (!"ours".equals(answer) && !"not-ours".equals(answer)) {
            throw Problem.invalid("answer", "answer is ours or not-ours.");
        }
        return Question.of(deconfliction.answer(id, "ours".equals(answer), viewer.key()));
    }
}
