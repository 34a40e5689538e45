package dev.blackstart.review.comment;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.people.Directory;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A report's page with its readers' comments beside the sections. The published copy itself stays as it is. */
@ApplicationScoped
public class CommentedArticle {

    /** So many are shown beside a section; the page of the comments has the others. */
    private static final int BESIDE = 20;

    private static final int MOST = 2_000;

    private final Directory directory;

    CommentedArticle(Directory directory) {
        this.directory = directory;
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance sectionComments(Exercise exercise, CommentedSection section, List<CommentView> comments,
                long more, Map<String, String> names, ZoneId zone);
    }

    /** @param article HTML of ours */
    @Transactional
    public String of(String article, CommentReader reader) {
        Exercise exercise = Exercise.findById(reader.exercise());
        if (exercise.isRehearsal() || !exercise.state.hasEnded()) {
            return article;
        }
        Map<String, List<CommentView>> bySection = CommentList.of(reader, null, null, null, MOST).stream()
                .collect(Collectors.groupingBy(CommentView::section));
        Map<String, String> names = CommentNames.of(bySection.values().stream().flatMap(List::stream).toList(), directory);
        Document page = Jsoup.parseBodyFragment(article);
        page.outputSettings().prettyPrint(false);
        for (CommentedSection section : reader.sections()) {
            Element heading = page.getElementById(section.key());
            if (heading != null) {
                List<CommentView> all = bySection.getOrDefault(section.key(), List.of());
                Element place = heading.closest("section");
                (place == null ? heading.parent() : place).append(Templates.sectionComments(exercise, section,
                        all.stream().limit(BESIDE).toList(), Math.max(0, all.size() - BESIDE), names, exercise.zoneId())
                        .render());
            }
        }
        return page.body().html();
    }
}
