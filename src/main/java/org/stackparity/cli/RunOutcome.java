package org.stackparity.cli;

import java.nio.file.Path;

/**
 * What came of a run.
 *
 * @param folder with its report and its evidence
 * @param exitCode as the command says it to the shell
 */
public record RunOutcome(Path folder, int exitCode) {}
