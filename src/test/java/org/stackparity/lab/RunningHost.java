package org.stackparity.lab;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.io.IOException;
import java.util.List;
import org.stackparity.store.Site;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.images.builder.Transferable;

/**
 * A container of the lab that runs, whichever process has started it.
 *
 * @param name within its site, like {@code web2}
 */
record RunningHost(Site site, String name, InspectContainerResponse info) implements ContainerState {

    @Override
    public List<Integer> getExposedPorts() {
        return List.of();
    }

    @Override
    public InspectContainerResponse getContainerInfo() {
        return info;
    }

    /**
     * Runs a shell command as root and returns what it printed.
     *
     * @throws LabException if it ends with another status than 0
     */
    String run(String command) {
        ExecResult result = exec(command);
        if (result.getExitCode() != 0) {
            throw new LabException("On " + this + " the command [" + command + "] ended with [" + result.getExitCode()
                    + "]: " + (result.getStdout() + result.getStderr()).strip());
        }
        return result.getStdout();
    }

    /** Whether a shell command ends with 0. */
    boolean succeeds(String command) {
        return exec(command).getExitCode() == 0;
    }

    byte[] read(String path) {
        return copyFileFromContainer(path, in -> in.readAllBytes());
    }

    void write(String path, byte[] content) {
        copyFileToContainer(Transferable.of(content), path);
    }

    private ExecResult exec(String command) {
        try {
            return execInContainer("sh", "-c", command);
        } catch (IOException e) {
            throw new LabException("Running [" + command + "] on " + this + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("Running [" + command + "] on " + this + " was interrupted.", e);
        }
    }

    @Override
    public String toString() {
        return site.word() + " " + name;
    }
}
