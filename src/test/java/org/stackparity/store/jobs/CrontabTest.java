package org.stackparity.store.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrontabTest {
    @TempDir
    Path folder;

    @Test
    void readsMinutesAndSeconds() throws IOException {
        Crontab crontab = read("# comment\n0 2 * * *   shop  charge\n\n*/5 * * * * *  shop  heartbeat\n");

        assertThat(crontab.lines()).extracting(Crontab.Line::command).containsExactly("charge", "heartbeat");
        assertThat(crontab.lines()).extracting(Crontab.Line::expression).containsExactly("0 2 * * *", "*/5 * * * * *");
        assertThat(crontab.lines()).extracting(Crontab.Line::user).containsOnly("shop");
    }

    @Test
    void countsInTheZoneThatItIsAskedIn() throws IOException {
        Crontab.Line line = read("0 2 * * * shop charge\n").lines().get(0);
        ZonedDateTime noon = ZonedDateTime.of(2026, 11, 3, 12, 0, 0, 0, ZoneId.of("Etc/GMT+8"));

        assertThat(line.times().nextExecution(noon).orElseThrow().toInstant()).hasToString("2026-11-04T10:00:00Z");
    }

    @Test
    void namesTheLineThatIsNoEntry() {
        assertThatThrownBy(() -> read("0 2 * * * shop charge\n0 2 * shop\n"))
                .hasMessageContaining("crontab:2: [0 2 * shop]; expected five or six fields");
    }

    private Crontab read(String text) throws IOException {
        return Crontab.read(Files.writeString(folder.resolve("crontab"), text));
    }
}
