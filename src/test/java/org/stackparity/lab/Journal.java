package org.stackparity.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a drift has changed, so that all of it can be taken back, the last change first. Thread-safe: what is changed while
 * this process is interrupted is taken back, or not made.
 */
final class Journal {
    private record Change(String what, Runnable undo) {}

    private final Deque<Change> changes = new ArrayDeque<>();
    private boolean isUndone;

    /**
     * Notes a change and makes it.
     *
     * @param what for a message, like {@code arizona web2: etc/app.properties}
     * @return what making it gives
     * @throws LabException if everything was taken back already, since this would stay
     */
    synchronized <T> T change(String what, Runnable undo, Supplier<T> make) {
        if (isUndone) {
            throw new LabException("The change [" + what + "] is not made, since all changes were taken back already.");
        }
        changes.push(new Change(what, undo));
        return make.get();
    }

    /** The same for what gives nothing. */
    void change(String what, Runnable undo, Runnable make) {
        change(what, undo, () -> {
            make.run();
            return true;
        });
    }

    /**
     * Takes everything back.
     *
     * @throws LabException if a change cannot be taken back; the others are
     */
    synchronized void undo() {
        isUndone = true;
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
