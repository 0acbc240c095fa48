package org.stackparity.suite.subscription;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stackparity.suite.subscription.Crontab.Entry;
import org.stackparity.suite.trial.Effort;

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
        assertThat(MaskedCommand.of("get https://marked-secret@x/ redis://:mar/ked-secret@y"))
                .isEqualTo("get https://«secret»@x/ redis://«secret»@y");
        assertThat(MaskedCommand.of("curl -H 'Authorization: Bearer marked-secret' https://x/"))
                .doesNotContain("marked-secret")
                .contains("https://x/");
        assertThat(MaskedCommand.digest("get https://shop:one@x/"))
                .isEqualTo(MaskedCommand.digest("get https://shop:two@x/"))
                .isNotEqualTo(MaskedCommand.digest("get https://admin:one@x/"));
    }

    @Test
    void theWordBehindAProgramIsNoLogin() {
        assertThat(MaskedCommand.digest("/opt/rotate-keys eu"))
                .isNotEqualTo(MaskedCommand.digest("/opt/rotate-keys us"));
        assertThat(MaskedCommand.of("tokenize eu --auth-token marked-secret"))
                .isEqualTo("tokenize eu --auth-token «secret»");
    }

    @Test
    void variablesAreFingerprintedButForHarmlessOnes() {
        String hook = MaskedCommand.variable("SLACK_WEBHOOK", "https://hooks.slack.com/services/T0/B0/marked-secret");
        assertThat(hook).startsWith("SLACK_WEBHOOK=«").doesNotContain("marked-secret");
        assertThat(MaskedCommand.variable("SLACK_WEBHOOK", "https://hooks.slack.com/services/T0/B0/marked-secret"))
                .isEqualTo(hook);
        assertThat(MaskedCommand.variable("SLACK_WEBHOOK", "https://hooks.slack.com/services/T0/B0/another-secret"))
                .isNotEqualTo(hook);
        assertThat(MaskedCommand.variable("CRON_TZ", "Europe/Berlin")).isEqualTo("CRON_TZ=Europe/Berlin");
        assertThat(MaskedCommand.variable("LC_ALL", "de_DE.UTF-8")).isEqualTo("LC_ALL=de_DE.UTF-8");
        assertThat(MaskedCommand.variable("MAILTO", "ada@customer.test")).doesNotContain("ada@");
    }

    @Test
    @Timeout(value = 60, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLongLineCostsNoMoreThanItsLength() {
        for (String part : List.of("a", "token", "key ", "-u ", "://a:b")) {
            String line = part.repeat(2_000_000 / part.length());
            Effort.requireLessThan(Duration.ofSeconds(2), () -> MaskedCommand.digest(line));
        }
    }
}
