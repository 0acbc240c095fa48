package org.stackparity.suite.junit;

import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.TestResultContainer;
import java.nio.file.Path;

/**
 * Writes Allure's results without the containers that say nothing: a container is there for its fixtures, and a run would
 * leave two thousand files that only repeat which test belongs to which class.
 */
final class AllureResults extends FileSystemResultsWriter {

    AllureResults(Path folder) {
        super(folder);
    }

    @Override
    public void write(TestResultContainer container) {
        if (!container.getBefores().isEmpty() || !container.getAfters().isEmpty()) {
            super.write(container);
        }
    }
}
