package org.stackparity.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @TempDir
    private Path folder;

    @Test
    void writesEveryFileAndNothingElse() throws IOException {
        Path runs = folder.resolve("parity/run");
        List<Path> files = Reports.writeAll(ReportFixtures.noGo(), runs);
        assertThat(files)
                .containsExactly(
                        runs.resolve("report.html"),
                        runs.resolve("report.json"),
                        runs.resolve("report.md"),
                        runs.resolve("junit.xml"));
        try (Stream<Path> found = Files.list(runs)) {
            assertThat(found).containsExactlyInAnyOrderElementsOf(files);
        }
        assertThat(files.get(0)).hasContent(new HtmlRenderer().render(ReportFixtures.noGo()));
    }

    @Test
    void replacesAnEarlierReport() {
        Reports.writeAll(ReportFixtures.noGo(), folder);
        Reports.writeAll(ReportFixtures.go(), folder);
        assertThat(folder.resolve("report.md")).hasContent(new MarkdownRenderer().render(ReportFixtures.go()));
    }

    @Test
    void writesHostileValues() {
        assertThat(Reports.writeAll(ReportFixtures.hostile(), folder))
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    @Test
    void letsTheOwnerReadOnly() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "the file system knows no owners");
        for (Path file : Reports.writeAll(ReportFixtures.go(), folder)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void namesTheFileThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));
        assertThatThrownBy(() -> Reports.writeAll(ReportFixtures.go(), file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("[" + file + "] is a file; expected a folder.");
    }
}
