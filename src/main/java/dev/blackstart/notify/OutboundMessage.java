package dev.blackstart.notify;

import java.util.UUID;

/**
 * What people are to receive.
 *
 * @param exerciseId null for what belongs to no exercise
 * @param aboutId a timeline item, a contact attempt, an entry of preparation; null for what the platform tells by itself
 * @param subject null without one
 * @param dry recorded, not sent
 * @param unsubscribe address that a POST ends this kind of message with; null where nobody subscribed to it
 */
public record OutboundMessage(UUID exerciseId, UUID aboutId, String subject, String text, boolean dry, String unsubscribe) {

    public OutboundMessage(UUID exerciseId, UUID aboutId, String subject, String text, boolean dry) {
        this(exerciseId, aboutId, subject, text, dry, null);
    }
}
