package org.stackparity.suite.junit;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for what goes on in another thread. */
public final class Waiting {
    private Waiting() {}

    /**
     * The result, once it is there. What failed there fails here in the same way: a stack that does not answer, or what
     * could not be seen; each who waits gets a failure of his own.
     *
     * @param what is waited for, for messages
     * @throws StackException if the stack failed
     * @throws NotObservedException if it could not be seen
     */
    public static <T> T on(Future<T> result, String what) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackException failure) {
                throw new StackException(failure.fault(), failure);
            }
            if (e.getCause() instanceof NotObservedException unseen) {
                throw new NotObservedException(unseen.getMessage());
            }
            throw new CompletionException(
                    "The " + what + " broke: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Waiting for the " + what + " was interrupted.");
        }
    }
}
