package org.stackparity.suite.client.host;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A running process.
 *
 * @param started truncated to seconds; empty where the kernel does not tell it
 * @param variables TZ, LANG, LANGUAGE and LC_* of its environment, as far as set; no other variable is ever read
 * @param options {@code file.encoding}, {@code user.timezone} and the like, of a Java command line
 */
public record ProcessFacts(
        long pid,
        Optional<Instant> started,
        SortedMap<String, String> variables,
        SortedMap<String, String> options,
        ZoneFacts zone) {
    private static final int START_FIELD = 22;
    /** The start is the sum of two times that are both truncated to seconds, so that it may be 2 s too early. */
    private static final Duration START_SLACK = Duration.ofSeconds(2);

    public ProcessFacts {
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /**
     * When the host's zone was changed behind the process: the C library and the JVM read it once, so that the process may
     * still have the old one, whatever the files say. Empty where it started later, or has a zone of its own from TZ or
     * {@code user.timezone}.
     */
    public Optional<Instant> zoneChangedSinceStart() {
        if (!zone.followsHost() || !options.getOrDefault("user.timezone", "").isEmpty()) {
            return Optional.empty();
        }
        return started.flatMap(start -> zone.linkChanged().filter(changed -> changed.isAfter(start.plus(START_SLACK))));
    }

    static ProcessFacts parse(String text) {
        long pid = 0;
        long boot = 0;
        long ticks = 100;
        String stat = "";
        SortedMap<String, String> variables = new TreeMap<>();
        SortedMap<String, String> options = new TreeMap<>();
        for (String line : text.split("\n")) {
            int space = line.indexOf(' ');
            String value = line.substring(space + 1);
            switch (space < 0 ? line : line.substring(0, space)) {
                case "pid" -> pid = Long.parseLong(value);
                case "boot" -> boot = number(value);
                case "ticks" -> ticks = Math.max(1, number(value));
                case "stat" -> stat = value;
                case "variable" -> put(variables, value);
                case "option" -> put(options, value.substring(2));
                default -> {
                    // Lines of the zone; they have their own parser.
                }
            }
        }
        return new ProcessFacts(pid, started(stat, boot, ticks), variables, options, ZoneFacts.parse(text));
    }

    private static void put(SortedMap<String, String> map, String entry) {
        int equals = entry.indexOf('=');
        map.put(entry.substring(0, equals), entry.substring(equals + 1));
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /**
     * The 22nd field of /proc/PID/stat counts ticks since boot (proc(5)); the second may contain blanks and brackets.
     * LIMIT: a clock that was set by more than 2 s after boot moves the boot, and with it the start.
     */
    private static Optional<Instant> started(String stat, long boot, long ticks) {
        int name = stat.lastIndexOf(')');
        String[] fields =
                name < 0 ? new String[0] : stat.substring(name + 1).strip().split(" ");
        int index = START_FIELD - 3;
        return boot == 0 || fields.length <= index || !fields[index].matches("\\d{1,18}")
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(boot + number(fields[index]) / ticks));
    }
}
