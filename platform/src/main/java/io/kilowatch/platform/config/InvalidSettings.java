package io.kilowatch.platform.config;

import java.util.List;

/** A configuration that cannot be started with; the message lists every fault, one a line. */
public final class InvalidSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** One exception for all faults. */
    public InvalidSettings(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, each a sentence that names the option and says how to mend it. */
    public List<String> faults() {
        return faults;
    }
}
