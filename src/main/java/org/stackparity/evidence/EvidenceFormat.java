package org.stackparity.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stackparity.model.Case;
import org.stackparity.model.Check;
import org.stackparity.model.CheckId;
import org.stackparity.model.Coverage;
import org.stackparity.model.EvidenceClosing;
import org.stackparity.model.EvidenceHeader;
import org.stackparity.model.Observation;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a line of an evidence file looks; version {@link EvidenceHeader#FORMAT_VERSION}. */
final class EvidenceFormat {
    /** LIMIT: longest text within a line, in characters. */
    private static final int LONGEST_TEXT = 10_000_000;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .maxNestingDepth(20)
                            .build())
                    .build())
            .addMixIn(CheckId.class, CheckIdAsText.class)
            .addMixIn(Case.class, CaseAsMap.class)
            .addMixIn(PlannedCheck.class, PlannedCheckFields.class)
            .changeDefaultPropertyInclusion(before -> before.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // the dimensions of a case keep the order in which a reader says them; every other map is sorted by itself
            .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private EvidenceFormat() {}

    /** One line: exactly one of the three is there. */
    record Line(Optional<EvidenceHeader> header, Optional<Observation> observation, Optional<EvidenceClosing> closing) {
        static Line of(EvidenceHeader header) {
            return new Line(Optional.of(header), Optional.empty(), Optional.empty());
        }

        static Line of(Observation observation) {
            return new Line(Optional.empty(), Optional.of(observation), Optional.empty());
        }

        static Line of(EvidenceClosing closing) {
            return new Line(Optional.empty(), Optional.empty(), Optional.of(closing));
        }
    }

    @SuppressWarnings("UnusedVariable") // a mix-in: the parameter is there for its type
    private abstract static class CheckIdAsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        CheckIdAsText(String value) {}

        @JsonValue
        abstract String value();
    }

    @SuppressWarnings("UnusedVariable") // a mix-in: the parameter is there for its type
    private abstract static class CaseAsMap {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        CaseAsMap(Map<String, String> dimensions) {}

        @JsonValue
        @JsonProperty
        abstract Map<String, String> dimensions();
    }

    /** Evidence keeps what was asked, and how long that was thought to take; not how the estimate was made. */
    @SuppressWarnings("UnusedVariable") // a mix-in: the parameters are there for their names
    @JsonIgnoreProperties({"required", "effort"})
    private abstract static class PlannedCheckFields {
        @JsonCreator
        PlannedCheckFields(
                @JsonProperty("check") Check check,
                @JsonProperty("coverage") Coverage coverage,
                @JsonProperty("reason") String reason,
                @JsonProperty("cases") List<PlannedCase> cases,
                @JsonProperty("samples") int samples,
                @JsonProperty("estimate") Duration estimate) {}
    }
}
