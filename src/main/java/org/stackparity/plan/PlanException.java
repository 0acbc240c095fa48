package org.stackparity.plan;

import java.util.List;

/** What is wanted cannot be planned; carries every reason. */
public final class PlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> faults;

    /** @param faults one or two sentences each; never empty */
    public PlanException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
