package dev.blackstart.catalogue.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

/**
 * What a JSON Schema says of a tree, one violation for one mistake. The schema uses {@code oneOf} and
 * {@code anyOf} only to say which keys go together, so that a mistake elsewhere is not told once for each branch.
 */
public final class SchemaCheck {

    private final JsonNode schema;
    private final JsonSchema validator;
    private final SchemaMessages words;

    /** @param patterns checks by pattern that know more than the pattern says */
    public SchemaCheck(InputStream source, Map<String, Predicate<String>> patterns) {
        try (source) {
            schema = new ObjectMapper().readTree(source);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER)
                .regularExpressionFactory(regex -> {
                    // Java's $ also matches before a last line break
                    Predicate<String> find = Pattern.compile(regex.replaceFirst("\\$$", "\\\\z")).asPredicate();
                    return patterns.getOrDefault(regex, find)::test;
                }).build();
        validator = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema, config);
        validator.initializeValidators();
        words = new SchemaMessages(schema);
    }

    public List<Violation> violations(SourceTree tree) {
        Set<ValidationMessage> found = validator.validate(tree.root());
        List<Violation> violations = new ArrayList<>();
        Map<String, Set<String>> meant = new HashMap<>();
        Set<String> told = new HashSet<>();
        for (ValidationMessage one : found) {
            if (one.getType().equals("additionalProperties")) {
                String pointer = one.getInstanceLocation() + "/" + PlanNode.escape(one.getProperty());
                String nearest = Suggestion.nearest(one.getProperty(), words.unusedKeys(one));
                if (nearest != null) {
                    meant.computeIfAbsent(one.getInstanceLocation().toString(), key -> new HashSet<>()).add(nearest);
                }
                violations.add(new Violation(pointer, tree.line(pointer), words.unknownKey(one, nearest)));
            }
        }
        for (ValidationMessage one : found) {
            String pointer = one.getInstanceLocation().toString();
            Set<String> meantHere = meant.getOrDefault(pointer, Set.of());
            String message = words.of(one, meantHere);
            String once = SchemaMessages.isAboutKeys(one) ? pointer + " " + message : pointer;
            if (message != null && told.add(once)) {
                violations.add(new Violation(pointer, tree.line(pointer), message));
            }
        }
        return violations;
    }
}
