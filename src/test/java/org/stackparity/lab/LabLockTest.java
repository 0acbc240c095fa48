package org.stackparity.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabLockTest {
    @TempDir
    private Path scratch;

    @Test
    void isForOneAtATime() throws IOException {
        Path file = scratch.resolve("lock");
        try (LabLock first = LabLock.take(file)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> LabLock.take(file))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("it has locked [" + file + "]")
                    .hasMessageContaining("Wait for its end");
        }
        assertThatCode(() -> LabLock.take(file).close()).doesNotThrowAnyException();
    }
}
