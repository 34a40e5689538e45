package dev.blackstart.review.comment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.blackstart.people.Directory;

/** Who commented and who answered, by key. */
final class CommentNames {

    private CommentNames() {
    }

    static Map<String, String> of(List<CommentView> comments, Directory directory) {
        return directory.names(comments.stream()
                .flatMap(one -> Stream.of(one.by(), one.answer() == null ? null : one.answer().by()))
                .filter(Objects::nonNull).distinct().toList());
    }
}
