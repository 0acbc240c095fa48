package org.stackparity.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What a drift has changed, so that all of it can be taken back, the last change first. */
final class Journal {
    private record Change(String what, Runnable undo) {}

    private final Deque<Change> changes = new ArrayDeque<>();

    /**
     * Notes a change; called before it is made, so that one that fails halfway is taken back as well.
     *
     * @param what for a message, like {@code arizona web2: etc/app.properties}
     */
    void note(String what, Runnable undo) {
        changes.push(new Change(what, undo));
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * Takes everything back.
     *
     * @throws LabException if a change cannot be taken back; the others are
     */
    void undo() {
        List<String> failed = new ArrayList<>();
        while (!changes.isEmpty()) {
            Change change = changes.pop();
            try {
                change.undo().run();
            } catch (RuntimeException e) {
                failed.add(change.what() + ": " + e.getMessage());
            }
        }
        if (!failed.isEmpty()) {
            throw new LabException("These changes cannot be taken back, so that the lab is no longer healthy: " + failed
                    + ". Remove it by ./parity lab down, and start again.");
        }
    }
}
