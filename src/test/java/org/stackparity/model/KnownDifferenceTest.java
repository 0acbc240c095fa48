package org.stackparity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownDifferenceTest {
    /** Which of the two shows that times are longer depends on the samples of the day. */
    @ParameterizedTest
    @CsvSource({
        "service.p50, service.p50, true",
        "service.p50, service.location, true",
        "service.location, service.location, true",
        "service.p95, service.location, false",
        "other.p50, service.location, false",
        "service.location, service.p50, false",
        "service.p50, service.p95, false"
    })
    void whoAcceptsAMedianAcceptsTheMiddleOfItsPairs(String accepted, String found, boolean names) {
        CheckId check = new CheckId("LAT-01");
        KnownDifference known = new KnownDifference(
                check, Case.WHOLE, accepted, Optional.empty(), "", "", LocalDate.EPOCH, "known-differences.yaml:1");
        Finding finding = new Finding(
                check,
                Case.WHOLE,
                found,
                FindingKind.DIFFERENT,
                Severity.CRITICAL,
                Optional.empty(),
                Optional.empty(),
                List.of(new NodeRef(Role.FAILOVER, "web1")),
                "",
                new TreeMap<>(),
                List.of());
        assertThat(known.names(finding)).isEqualTo(names);
    }
}
