package org.stackparity.lab;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one run at a time seed drifts into the lab of this machine. Ends with the process, however that ends. */
final class LabLock implements AutoCloseable {
    private final FileChannel channel;

    private LabLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of this user's lab.
     *
     * @throws LabException if another run has it
     */
    static LabLock take() throws IOException {
        return take(
                Path.of(System.getProperty("java.io.tmpdir"), "stack-parity-lab-" + System.getProperty("user.name")));
    }

    static LabLock take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean isTaken = false;
        try {
            isTaken = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            throw inUse(file, e);
        } finally {
            if (!isTaken) {
                channel.close();
            }
        }
        if (!isTaken) {
            throw inUse(file, null);
        }
        return new LabLock(channel);
    }

    private static LabException inUse(Path file, Throwable cause) {
        return new LabException(
                "Another ./parity lab run seeds drifts into the lab that is up: it has locked [" + file
                        + "]. Wait for its end.",
                cause);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
