package org.stackparity.suite.subscription;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.StackException;

/** Something that goes on beside the checks of a pass, and is waited for late. */
final class Background<T> implements AutoCloseable {
    private final String name;
    private final ExecutorService thread;
    private final Future<T> result;

    Background(String name, Callable<T> work) {
        this.name = name;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread one = new Thread(task, name);
            one.setDaemon(true);
            return one;
        });
        this.result = thread.submit(work);
    }

    /**
     * Waits for its end; may be called again.
     *
     * @throws StackException if the stack did not take or answer what was asked
     * @throws NotObservedException if it could not be followed
     */
    T await() {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackException failure) {
                throw new StackException(failure.fault(), failure);
            }
            if (e.getCause() instanceof NotObservedException notObserved) {
                throw new NotObservedException(notObserved.getMessage());
            }
            throw new CompletionException("Watching the " + name + " broke.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Waiting for the " + name + " was interrupted.", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
