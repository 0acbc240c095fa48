package org.stackparity.suite.subscription;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.Scope;
import org.stackparity.suite.junit.StackException;

/** The canary of one stack and pass: it flies beside everything else, and is waited for late. */
final class Canaries implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread watcher = new Thread(task, "canary");
        watcher.setDaemon(true);
        return watcher;
    });
    private final Future<Canary> canary;

    private Canaries(Scope pass) {
        canary = thread.submit(() -> Canary.fly(pass));
    }

    static Canaries of(Scope pass) {
        return pass.shared(Canaries.class, Canaries::new);
    }

    /**
     * Waits for its end.
     *
     * @throws StackException if the stack did not take or tell it
     * @throws NotObservedException if it could not be followed
     */
    Canary await() {
        try {
            return canary.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackException failure) {
                throw new StackException(failure.fault(), failure);
            }
            if (e.getCause() instanceof NotObservedException notObserved) {
                throw new NotObservedException(notObserved.getMessage());
            }
            throw new CompletionException("Watching the canary broke.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Waiting for the canary was interrupted.", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Lets it fly with the pass. */
    static final class Start implements Early.Start {
        @Override
        public void begin(Scope pass) {
            Canaries.of(pass);
        }
    }
}
