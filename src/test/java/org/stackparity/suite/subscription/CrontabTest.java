package org.stackparity.suite.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stackparity.suite.subscription.Crontab.Entry;

class CrontabTest {
    private static final String SYSTEM = """
            # m h dom mon dow user command, and a comment
            SHELL=/bin/sh
            CRON_TZ = "Europe/Berlin"

            0 2 * * *  shop  /usr/bin/charge-subscriptions --all
            */5 * * * * * shop heartbeat
            15 4 * * mon-fri root TOKEN=x nice
            @daily root clean
            #30 6 * * * shop send-reminders
            61 2 * * * shop never
            0 2 * * * shop
            """;

    @Test
    void readsASystemCrontabWithCommentsAndWhatIsNone() {
        Crontab crontab = Crontab.parse("/etc/crontab", SYSTEM);
        assertThat(crontab.entries())
                .extracting(entry -> entry.schedule() + "|" + entry.user().orElse("") + "|" + entry.command() + "|"
                        + entry.disabled())
                .containsExactly(
                        "0 2 * * *|shop|/usr/bin/charge-subscriptions --all|false",
                        "*/5 * * * * *|shop|heartbeat|false",
                        "15 4 * * mon-fri|root|TOKEN=x nice|false",
                        "@daily|root|clean|false",
                        "30 6 * * *|shop|send-reminders|true");
        assertThat(crontab.variables()).isEqualTo(Map.of("SHELL", "/bin/sh", "CRON_TZ", "Europe/Berlin"));
        assertThat(crontab.malformed()).containsExactly("61 2 * * * shop never", "0 2 * * * shop");
    }

    @Test
    void theCrontabOfOneUserHasNoColumnForHim() {
        Crontab crontab = Crontab.parse("/var/spool/cron/crontabs/shop", "0 2 * * * charge --all\n");
        assertThat(crontab.entries()).extracting(Entry::command).containsExactly("charge --all");
    }

    @Test
    void findsAJobByItsWordAndADisabledOneOnlyWhereNoOtherIs() {
        Crontab crontab = Crontab.parse("/etc/crontab", SYSTEM + "#0 3 * * * shop charge-subscriptions\n");
        assertThat(crontab.find("charge-subscriptions"))
                .extracting(Entry::schedule)
                .containsExactly("0 2 * * *");
        assertThat(crontab.find("send-reminders")).extracting(Entry::disabled).containsExactly(true);
        assertThat(crontab.find("charge")).isEmpty();
    }

    @Test
    void commentsOfAJobThatDifferAreAmbiguousOnlyWhereNoLineIsLive() {
        String now = "#0 2 * * * shop charge\n";
        String old = "#0 3 * * * shop charge\n";
        assertThat(Crontab.parse("/etc/crontab", now + old).isAmbiguous("charge"))
                .isTrue();
        assertThat(Crontab.parse("/etc/crontab", now + now).isAmbiguous("charge"))
                .isFalse();
        assertThat(Crontab.parse("/etc/crontab", now + old + "0 2 * * * shop charge\n")
                        .isAmbiguous("charge"))
                .isFalse();
        assertThat(Crontab.parse("/etc/crontab", now + old).isAmbiguous("remind"))
                .isFalse();
    }

    @Test
    void namesTheProgramPastVariablesAndFolders() {
        assertThat(new Entry("@daily", java.util.Optional.empty(), "A=b /opt/run.sh --x", false).program())
                .isEqualTo("run.sh");
    }

    @Test
    void loginsInCommandsAreMaskedAndTakeNoPartInDigests() {
        assertThat(MaskedCommand.of("curl -u shop:marked-secret https://x/")).doesNotContain("marked-secret");
        assertThat(MaskedCommand.of("PGPASSWORD=marked-secret psql")).doesNotContain("marked-secret");
        assertThat(MaskedCommand.of("mysqldump -pmarked-secret shop")).doesNotContain("marked-secret");
        assertThat(MaskedCommand.of("get https://shop:marked-secret@x/")).doesNotContain("marked-secret");
        assertThat(MaskedCommand.of("run --api-token marked-secret")).doesNotContain("marked-secret");
        assertThat(MaskedCommand.digest("curl -u shop:one https://x/"))
                .isEqualTo(MaskedCommand.digest("curl -u shop:two https://x/"))
                .isNotEqualTo(MaskedCommand.digest("curl -u shop:one https://y/"));
    }
}
