package dev.blackstart.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.catalogue.Body;
import dev.blackstart.review.ReportDraft.Message;
import dev.blackstart.review.ReportDraft.Reply;

/** Messages with the answers to them. */
final class MessageChapter implements Chapter {

    private final List<Message> messages = new ArrayList<>();

    /** Replies name a message by the opaque id under which its readers received it. */
    private final Map<String, Message> byId = new HashMap<>();

    @Override
    public void read(ReportEntry told) {
        switch (told.type()) {
            case "item-released" -> release(told);
            case "message-received" -> {
                if (!messages.isEmpty()) {
                    byId.putIfAbsent(told.text("message"), messages.get(messages.size() - 1));
                }
            }
            case "reply" -> reply(told);
            default -> {
                // nothing said
            }
        }
    }

    private void release(ReportEntry told) {
        if (told.data().path("body").has("message") && Body.stored(told.data().get("body")) instanceof Body.Message body) {
            messages.add(new Message(told.text("item"), told.at(), told.clock(), body.to(), body.from(), body.subject(),
                    body.text(), new ArrayList<>()));
        }
    }

    private void reply(ReportEntry told) {
        Message message = byId.get(told.text("message"));
        if (message != null) {
            message.replies().add(new Reply(told.at(), told.clock(), told.actor(), told.text("text"),
                    Duration.between(message.at(), told.at())));
        }
    }

    List<Message> messages() {
        return messages.stream().map(message -> new Message(message.item(), message.at(), message.clock(), message.to(),
                message.from(), message.subject(), message.text(), List.copyOf(message.replies()))).toList();
    }
}
