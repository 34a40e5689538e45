package dev.blackstart.review.chapter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.ItemEvent.ItemReleased;
import dev.blackstart.conduct.MessageReceived;
import dev.blackstart.conduct.ReplySent;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.review.draft.ReportDraft.Message;
import dev.blackstart.review.draft.ReportDraft.Reply;
import dev.blackstart.review.draft.ReportEntry;

/** Messages with the answers to them. */
public final class MessageChapter implements Chapter {

    private final List<Message> messages = new ArrayList<>();

    /** Replies name a message by the opaque id under which its readers received it. */
    private final Map<String, Message> byId = new HashMap<>();

    @Override
    public void read(ReportEntry told) {
        JournalEvent event = told.event();
        if (event instanceof ItemReleased item) {
            release(told, item);
        } else if (event instanceof MessageReceived received) {
            if (!messages.isEmpty()) {
                byId.putIfAbsent(received.message(), messages.get(messages.size() - 1));
            }
        } else if (event instanceof ReplySent reply) {
            reply(told, reply);
        }
    }

    private void release(ReportEntry told, ItemReleased item) {
        if (item.body() != null && Body.stored(item.body()) instanceof Body.Message body) {
            messages.add(new Message(item.item(), told.at(), told.clock(), body.to(), body.from(), body.subject(),
                    body.text(), new ArrayList<>()));
        }
    }

    private void reply(ReportEntry told, ReplySent reply) {
        Message message = byId.get(reply.message());
        if (message != null) {
            message.replies().add(new Reply(told.at(), told.clock(), told.actor(), reply.text(),
                    Duration.between(message.at(), told.at())));
        }
    }

    public List<Message> messages() {
        return messages.stream().map(message -> new Message(message.item(), message.at(), message.clock(), message.to(),
                message.from(), message.subject(), message.text(), List.copyOf(message.replies()))).toList();
    }
}
