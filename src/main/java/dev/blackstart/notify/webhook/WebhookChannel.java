package dev.blackstart.notify.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.notify.Channel;
import dev.blackstart.notify.Delivery;
import dev.blackstart.notify.NotifyConfig;
import dev.blackstart.people.Person;
import dev.blackstart.web.Json;

/**
 * A post to somebody's chat ({@code {"text": …}}, as Slack, Mattermost and others take it); or, for whoever has none, to the
 * installation's own messenger, signed after Standard Webhooks and telling for whom it is.
 */
@ApplicationScoped
public class WebhookChannel implements Channel {

    private final NotifyConfig config;
    private final WebhookClient webhookClient;
    private final ObjectMapper mapper;
    private final Clock clock;

    WebhookChannel(NotifyConfig config, WebhookClient webhookClient, ObjectMapper mapper, Clock clock) {
        this.config = config;
        this.webhookClient = webhookClient;
        this.mapper = mapper;
        this.clock = clock;
        secrets().forEach(Signature::key);
    }

    @Override
    public String key() {
        return "webhook";
    }

    @Override
    public boolean reaches(Person person) {
        return person.chat != null || config.webhook().url().isPresent();
    }

    @Override
    public Optional<String> address(Person person) {
        return Optional.ofNullable(person.chat);
    }

    @Override
    public void deliver(Delivery delivery, Person to) {
        String id = delivery.id.toString();
        if (to.chat != null) {
            webhookClient.post(Destination.guarded(to.chat, config.allowedHosts().orElse(Set.of())), Map.of("webhook-id", id),
                    text(Map.of("text", inChat(delivery))));
        } else {
            Instant at = clock.instant();
            String body = text(ofMessage(delivery, to, at));
            webhookClient.post(Destination.trusted(config.webhook().url().orElseThrow()),
                    Map.of("webhook-id", id, "webhook-timestamp", String.valueOf(at.getEpochSecond()), "webhook-signature",
                            Signature.of(secrets(), id, at, body)),
                    body);
        }
    }

    private List<String> secrets() {
        return config.webhook().secrets().orElse(List.of());
    }

    /** In a chat some signs command: {@code <!channel>} would call everybody. */
    private static String inChat(Delivery delivery) {
        return headed(delivery.subject, delivery.text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A first line that the subject repeats, such as the mark of an exercise, is there once. */
    public static String headed(String subject, String text) {
        if (subject == null || text.startsWith(subject)) {
            return text;
        }
        int line = text.indexOf('\n');
        String rest = line > 0 && subject.startsWith(text.substring(0, line)) ? text.substring(line + 1) : text;
        return subject + "\n" + rest;
    }

    private static Map<String, Object> ofMessage(Delivery delivery, Person to, Instant at) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("person", to.key);
        data.put("name", to.name);
        data.put("email", to.email);
        data.put("phone", to.phone);
        data.put("subject", delivery.subject);
        data.put("text", delivery.text);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "message.sent");
        message.put("timestamp", Json.text(at));
        message.put("data", data);
        return message;
    }

    private String text(Map<String, ?> body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of texts has a JSON form", impossible);
        }
    }
}
