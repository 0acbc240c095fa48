package org.stackparity.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with a golden file; {@code -Dgolden.update=true} writes the file instead, except in CI. */
final class Golden {
    private final Path folder;
    private final boolean isUpdate;
    private final boolean isCi;

    Golden() {
        this(
                Path.of("src/test/resources/golden/report"),
                Boolean.getBoolean("golden.update"),
                "true".equals(System.getenv("CI")));
    }

    Golden(Path folder, boolean isUpdate, boolean isCi) {
        this.folder = folder;
        this.isUpdate = isUpdate;
        this.isCi = isCi;
    }

    void verify(String name, String text) {
        Path file = folder.resolve(name);
        try {
            if (isUpdate) {
                if (isCi) {
                    fail("Golden files are not updated in CI; update [" + file
                            + "] by hand and review the difference.");
                }
                Files.createDirectories(folder);
                Files.writeString(file, text, StandardCharsets.UTF_8);
            }
            assertThat(text)
                    .as("%s; run with -Dgolden.update=true if the difference is meant", file)
                    .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the golden file [" + file + "] failed.", e);
        }
    }
}
