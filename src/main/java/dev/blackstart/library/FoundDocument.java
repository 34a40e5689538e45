package dev.blackstart.library;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.blackstart.library.LibrarySearch.Hit;
import dev.blackstart.library.Snippet.Piece;
import dev.blackstart.problem.Choice;

/**
 * A document as a list of results shows it.
 *
 * @param kind finding, defect, action, plan or report
 * @param id of what it is made of
 * @param label a defect's reference or a plan's key; null for a finding
 * @param excerpt the place of its text that has most of the words
 * @param url of its page
 * @param at when it was logged, opened, imported or published
 */
record FoundDocument(String kind, UUID id, String label, String title, String excerpt, String url, Instant at,
        @JsonIgnore List<Piece> pieces, @JsonIgnore UUID document) {

    static FoundDocument of(Hit hit, Set<String> words) {
        LibraryDocument found = hit.document();
        List<Piece> pieces = found.text.isEmpty() ? List.of() : Snippet.of(found.text, words);
        return new FoundDocument(Choice.key(found.kind), found.subjectId, found.label, found.title, Snippet.plain(pieces),
                found.url(), found.at, pieces, found.id);
    }
}
