package org.stackparity.suite.client.host;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stackparity.suite.junit.NotObservedException;

/**
 * The time zone of a shell or a process, as its host computes it.
 *
 * @param variable the value of TZ; empty where it is not set, so that the host's zone counts
 * @param hostZone the name that the host's own zone seems to have, like {@code Europe/Berlin}; empty if it has none
 * @param linkChanged when the link that says the host's zone was last changed, truncated to seconds; empty if it is none
 * @param offsets instant to UTC offset, at the instants of {@link Probes}; never empty
 */
public record ZoneFacts(
        Optional<String> variable,
        Optional<String> hostZone,
        Optional<Instant> linkChanged,
        SortedMap<Instant, ZoneOffset> offsets) {
    /** The link that says a host's zone. */
    public static final String LOCALTIME = "/etc/localtime";

    private static final Pattern LINE = Pattern.compile("offset (-?\\d+) ([+-]\\d{4})");
    private static final Pattern CHANGED = Pattern.compile("localtime-changed (\\d{1,18})");
    private static final Pattern LINK = Pattern.compile("localtime .*/zoneinfo/(?:posix/|right/)?(\\S+)");

    public ZoneFacts {
        offsets = Collections.unmodifiableSortedMap(new TreeMap<>(offsets));
    }

    static ZoneFacts parse(String text) {
        Optional<String> variable = Optional.empty();
        Optional<String> link = Optional.empty();
        Optional<String> file = Optional.empty();
        Optional<Instant> linkChanged = Optional.empty();
        SortedMap<Instant, ZoneOffset> offsets = new TreeMap<>();
        for (String line : text.split("\n")) {
            Matcher offset = LINE.matcher(line);
            Matcher zone = LINK.matcher(line);
            Matcher changed = CHANGED.matcher(line);
            if (offset.matches()) {
                offsets.put(Instant.ofEpochSecond(Long.parseLong(offset.group(1))), ZoneOffset.of(offset.group(2)));
            } else if (zone.matches()) {
                link = Optional.of(zone.group(1));
            } else if (changed.matches()) {
                linkChanged = Optional.of(Instant.ofEpochSecond(Long.parseLong(changed.group(1))));
            } else if (line.startsWith("TZ ")) {
                variable = Optional.of(line.substring(3));
            } else if (line.startsWith("timezone ")) {
                file = Optional.of(line.substring("timezone ".length()).strip());
            }
        }
        if (offsets.isEmpty()) {
            throw new NotObservedException("The host did not tell its UTC offset; its date said [" + text.strip()
                    + "], but GNU, BusyBox or BSD date is needed.");
        }
        Optional<String> named = file.filter(zone -> !zone.isEmpty());
        return new ZoneFacts(variable, link.or(() -> named), linkChanged, offsets);
    }

    /** The name that counts, as a reader says it; what TZ says comes first. */
    public String name() {
        return variable.filter(value -> !value.isEmpty())
                .map(ZoneFacts::withoutColon)
                .or(() -> variable.isPresent() ? Optional.of("UTC") : hostZone)
                .orElse("unnamed");
    }

    /** Whether the host's zone counts: TZ is not set, or names the file that says it. */
    boolean followsHost() {
        return variable.map(value -> withoutColon(value).equals(LOCALTIME)).orElse(true);
    }

    private static String withoutColon(String value) {
        return value.startsWith(":") ? value.substring(1) : value;
    }

    /** The offset at one of the instants that were asked. */
    public ZoneOffset at(Instant probe) {
        return offsets.get(probe);
    }

    /** Whether every instant has the same offset. */
    public boolean isFixed() {
        return offsets.values().stream().distinct().count() == 1;
    }
}
