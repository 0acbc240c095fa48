package org.stackparity.suite.subscription;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.StackException;
import org.stackparity.suite.junit.Waiting;

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
        return Waiting.on(result, name);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
