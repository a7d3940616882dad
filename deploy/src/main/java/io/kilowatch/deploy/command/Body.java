package io.kilowatch.deploy.command;

import io.kilowatch.platform.config.Settings;
import java.util.List;

/** What a command does. */
@FunctionalInterface
public interface Body {
    /**
     * Runs to the end.
     *
     * @param settings the options, from the command line before the environment
     * @param operands what was given without a flag
     * @return the exit code; 0 is success
     * @throws Exception any fault; it is told in one line and the exit code is 1
     */
    int run(Settings settings, List<String> operands) throws Exception;
}
