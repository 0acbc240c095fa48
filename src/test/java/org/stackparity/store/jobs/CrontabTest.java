package org.stackparity.store.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void readsTheCrontabOfASystemThatStartsJobsByAProgram() throws IOException {
        Crontab crontab = read(
                "SHELL=/bin/sh\nCRON_TZ = UTC\nMAILTO=\n@reboot shop /usr/local/bin/shop-job --register\n"
                        + "0 2 * * *\tshop /usr/local/bin/shop-job charge-subscriptions\n"
                        + "*/10 * * * * * shop  shop-job  import-stock\n0 0 4 * * MON-FRI shop shop-job close-accounts\n");

        assertThat(crontab.lines())
                .extracting(Crontab.Line::job)
                .containsExactly("charge-subscriptions", "import-stock", "close-accounts");
        assertThat(crontab.lines())
                .extracting(Crontab.Line::command)
                .containsExactly(
                        "/usr/local/bin/shop-job charge-subscriptions",
                        "shop-job import-stock",
                        "shop-job close-accounts");
        assertThat(crontab.lines())
                .extracting(Crontab.Line::expression)
                .containsExactly("0 2 * * *", "*/10 * * * * *", "0 0 4 * * MON-FRI");
        assertThat(crontab.lines()).extracting(Crontab.Line::user).containsOnly("shop");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-03T02:00:00Z, 2026-11-03T02:00:00Z",
        "2026-11-03T02:00:00.75Z, 2026-11-03T02:00:00Z",
        "2026-11-03T01:59:59.9Z, 2026-11-02T02:00:00Z",
        "2026-11-03T14:30:00Z, 2026-11-03T02:00:00Z",
    })
    void knowsWhenALineWasDueLast(Instant now, Instant due) throws IOException {
        Crontab.Line line = read("0 2 * * * shop charge\n").lines().get(0);

        assertThat(line.lastDue(now.atZone(ZoneOffset.UTC))).contains(due);
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
