package org.stackparity.environment;

import java.util.List;

/** A pair's files cannot be used; carries every fault that was found, in order of file and line. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> faults;

    /** @param faults one sentence each, beginning with {@code file:line:} where there is one; never empty */
    public ConfigurationException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
