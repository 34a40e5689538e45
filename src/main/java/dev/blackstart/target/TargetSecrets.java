package dev.blackstart.target;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Secrets of the configuration ({@code blackstart.secrets.NAME}), which plans refer to as <code>${secret:NAME}</code>.
 * They are
 * filled in at the last moment, and masked in all that comes back.
 */
@ApplicationScoped
public class TargetSecrets {

    private static final String PREFIX = "blackstart.secrets.";
    private static final String ENVIRONMENT_PREFIX = "BLACKSTART_SECRETS_";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{secret:([A-Za-z0-9][A-Za-z0-9._-]{0,99})}");

    private final Config config;

    /** By what stands in place of each; all that are known, whether used yet or not. */
    private final Map<String, SecretForms> known = new ConcurrentHashMap<>();

    public TargetSecrets(Config config) {
        this.config = config;
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX) || name.startsWith(ENVIRONMENT_PREFIX))
                .forEach(name -> config.getOptionalValue(name, String.class)
                        .ifPresent(value -> hide(reference(nameOf(name)), value)));
    }

    private static String nameOf(String property) {
        String prefix = property.startsWith(PREFIX) ? PREFIX : ENVIRONMENT_PREFIX;
        return property.substring(prefix.length()).replace("\"", "");
    }

    private static String reference(String name) {
        return "${secret:" + name + "}";
    }

    /** Masks one that stands elsewhere in the configuration. @param shown what stands in its place from now on */
    public void hide(String shown, String value) {
        if (!value.isEmpty()) {
            known.put(shown, new SecretForms(shown, value));
        }
    }

    /** Names that are referred to and not set. */
    public Set<String> missing(JsonNode settings) {
        Set<String> missing = new TreeSet<>();
        if (settings.isContainerNode()) {
            settings.forEach(part -> missing.addAll(missing(part)));
        } else if (settings.isTextual()) {
            REFERENCE.matcher(settings.textValue()).results().map(found -> found.group(1))
                    .filter(name -> value(name).isEmpty()).forEach(missing::add);
        }
        return missing;
    }

    /** A sentence for each name that is referred to and not set. */
    public List<String> problems(JsonNode settings) {
        return missing(settings).stream().map(TargetSecrets::unset).toList();
    }

    private static String unset(String name) {
        return "Secret %s is not set; set %s%s.".formatted(name, PREFIX, name);
    }

    /** @throws TargetRefused where one of them is not set */
    public String resolve(String text) {
        Matcher references = REFERENCE.matcher(text);
        return references.replaceAll(found -> Matcher.quoteReplacement(required(found.group(1))));
    }

    /** Values inside the URL are percent-encoded; one at its start is a URL, or the start of one, and stays as it is. */
    public String resolveUrl(String url) {
        Matcher references = REFERENCE.matcher(url);
        return references.replaceAll(found -> {
            String value = required(found.group(1));
            return Matcher.quoteReplacement(found.start() == 0 ? value
                    : URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
        });
    }

    /** In all texts of a tree; keys stay as they are. */
    public JsonNode resolve(JsonNode tree) {
        if (tree.isTextual()) {
            return TextNode.valueOf(resolve(tree.textValue()));
        }
        if (tree.isArray()) {
            ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
            tree.forEach(part -> resolved.add(resolve(part)));
            return resolved;
        }
        if (tree.isObject()) {
            ObjectNode resolved = JsonNodeFactory.instance.objectNode();
            tree.properties().forEach(field -> resolved.set(field.getKey(), resolve(field.getValue())));
            return resolved;
        }
        return tree;
    }

    private String required(String name) {
        String value = value(name).orElseThrow(() -> new TargetRefused(unset(name)));
        known.computeIfAbsent(reference(name), shown -> new SecretForms(shown, value));
        return value;
    }

    private Optional<String> value(String name) {
        return config.getOptionalValue(PREFIX + name, String.class);
    }

    /** Every known secret, also encoded, is replaced by its reference. @return null for null */
    public String mask(String text) {
        return text == null ? null : SecretForms.mask(text, forms(), false);
    }

    /** Of a text that was cut at its end: the beginning of a secret there is masked as well. */
    public String maskCut(String text) {
        return SecretForms.mask(text, forms(), true);
    }

    private Collection<SecretForms> forms() {
        return known.values();
    }
}
