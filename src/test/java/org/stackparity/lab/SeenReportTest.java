package org.stackparity.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SeenReportTest {
    private static final SeenReport REPORT = SeenReport.of(JsonMapper.shared().readTree("""
            {"verdict": "NO-GO", "question": "switchover",
             "rulings": [{"question": "switchover", "reasons": ["a blocker is open"]},
                         {"question": "failback", "reasons": ["another"]}],
             "run": {"millisByFamily": {"locale": 1200, "session": 30}},
             "causes": [{"fact": "catalog de-DE is missing on failover web2", "severity": "blocker",
                         "nodes": [{"role": "primary", "node": "web1"}, {"role": "failover", "node": "web2"}]},
                        {"fact": "web1, web2 are slower", "severity": "major",
                         "nodes": [{"role": "failover", "node": "web1"}, {"role": "failover", "node": "web2"}]}],
             "findings": [{"check": "LOC-03", "kind": "different"}, {"check": "LOC-02", "kind": "missing-on-failover"},
                          {"check": "LAT-01", "kind": "not-proven"}, {"check": "FUN-01", "kind": "same"}]}
            """));

    @Test
    void tellsWhichChecksAreRed() {
        assertThat(REPORT.red()).containsExactly("LOC-02", "LOC-03");
    }

    @Test
    void findsTheCauseThatHoldsAllWords() {
        assertThat(REPORT.position(List.of("web2", "slower"))).isEqualTo(2);
        assertThat(REPORT.position(List.of("web3"))).isZero();
    }

    @Test
    void findsTheCauseThatNamesOneNodeAndNoOther() {
        assertThat(REPORT.position(List.of("missing"), "web2")).isEqualTo(1);
        assertThat(REPORT.position(List.of("missing"), "web1")).isZero();
        assertThat(REPORT.position(List.of("slower"), "web2")).isZero();
    }

    @Test
    void tellsWhichCausesBlock() {
        assertThat(REPORT.blocking()).containsExactly("catalog de-DE is missing on failover web2");
    }

    @Test
    void tellsTheReasonsOfTheVerdict() {
        assertThat(REPORT.reasons()).containsExactly("a blocker is open");
    }

    @Test
    void tellsTheTimePerFamily() {
        assertThat(REPORT.millisByFamily()).containsEntry("locale", 1200L).containsEntry("session", 30L);
    }
}
