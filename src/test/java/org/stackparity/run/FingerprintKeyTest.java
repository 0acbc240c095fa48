package org.stackparity.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.environment.ConfigurationException;

@DisabledOnOs(OS.WINDOWS)
class FingerprintKeyTest {
    @TempDir
    Path pair;

    @Test
    void isMadeOnceForAPairAndForItsOwnerOnly() throws IOException {
        FingerprintKey first = FingerprintKey.of(pair);
        FingerprintKey second = FingerprintKey.of(pair);

        assertThat(first.isLasting()).isTrue();
        assertThat(second.secret()).isEqualTo(first.secret()).hasSize(32);
        assertThat(second.id()).isEqualTo(first.id()).matches("[0-9a-f]{12}");
        Path file = pair.resolve(FingerprintKey.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).as("the key itself").doesNotContain(first.id());
    }

    @Test
    void isOfOneRunWhereTheFolderKeepsNone() {
        FingerprintKey first = FingerprintKey.of(pair.resolve("gone"));

        assertThat(first.isLasting()).isFalse();
        assertThat(FingerprintKey.of(pair.resolve("gone")).id()).isNotEqualTo(first.id());
    }

    @Test
    void refusesAKeyThatOthersMayReadAndAFileWithoutOne() throws IOException {
        Path file = pair.resolve(FingerprintKey.FILE);
        FingerprintKey.of(pair);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> FingerprintKey.of(pair))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("[rw-r--r--]", "chmod 600 " + file);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "secret");
        assertThatThrownBy(() -> FingerprintKey.of(pair))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("expected 64 hexadecimal digits")
                .hasMessageNotContaining("secret");
    }
}
