package org.stackparity.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    private static final String BODY = "main\tA\nmain\tB\nmain\tC\nmain\tD\n";

    @Test
    void showsTheLinesThatDifferAndThoseNearThem() {
        assertThat(shown(BODY + "footer\t2011\nfooter\tE", BODY + "footer\t2012\nfooter\tE"))
                .containsExactly(
                        "⋯ 2 equal lines", "  main|C", "  main|D", "− footer|2011", "+ footer|2012", "  footer|E");
    }

    @Test
    void alignsAfterALineThatIsMissing() {
        assertThat(shown("a\tx\na\ty\na\tz", "a\tx\na\tz")).containsExactly("  a|x", "− a|y", "  a|z");
    }

    @Test
    void leavesRoomForBothSides() {
        List<String> rows = shown("a\n".repeat(5_000), "b\n".repeat(5_000));
        assertThat(rows).hasSizeLessThanOrEqualTo(22).contains("− |a", "+ |b", "⋯ 4,992 further lines");
    }

    @Test
    void hasTheSameCoreForTheSameDifference() {
        assertThat(LineDiff.core("p1\nfooter 1\nend", "p1\nfooter 2\nend"))
                .isEqualTo(LineDiff.core("p2\nx\nfooter 1\nend", "p2\nx\nfooter 2\nend"))
                .isEqualTo(List.of(List.of("footer 1"), List.of("footer 2")));
    }

    private static List<String> shown(String primary, String failover) {
        return LineDiff.of(primary, failover, 20, 100).rows().stream()
                .map(row -> row.sign() == LineDiff.Sign.GAP
                        ? row.sign().mark() + " " + row.text().pieces().get(0).text()
                        : row.sign().mark() + " " + row.landmark() + "|"
                                + row.text().plain())
                .toList();
    }
}
