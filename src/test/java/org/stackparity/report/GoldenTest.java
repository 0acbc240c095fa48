package org.stackparity.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
    @TempDir
    private Path folder;

    @Test
    void refusesToUpdateInCi() {
        assertThatThrownBy(() -> new Golden(folder, true, true).verify("a.txt", "new"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not updated in CI");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void seesADifference() {
        new Golden(folder, true, false).verify("a.txt", "old");
        new Golden(folder, false, true).verify("a.txt", "old");
        assertThatThrownBy(() -> new Golden(folder, false, false).verify("a.txt", "new"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dgolden.update=true");
    }
}
