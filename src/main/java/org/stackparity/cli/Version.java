package org.stackparity.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of Stack Parity, as the build wrote it into the manifest. */
final class Version implements IVersionProvider {
    /** The version, or {@code development} where classes run without their jar. */
    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Stack Parity " + text()};
    }
}
