package org.stackparity.suite.client.host;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stackparity.suite.client.Occasions;

/**
 * Short connections from a host to one of its dependencies.
 *
 * @param probe what was sent to hear an answer: {@code tls}, {@code word}, {@code greeting} (the server spoke first) or
 *     {@code none}, where no answer came and only connecting was timed
 * @param roundTripMillis from the request to the first byte back, or to the connection where the probe is none
 * @param failedPings how many of the timed connections failed
 * @param resolutionMillis the host's clock and shell cannot tell less apart
 * @param speaksFirst true where the server greets; it was not soaked then
 * @param connects of the soak
 * @param errors kind to how often, of the soak
 * @param occasions at how many times of the soak errors came
 * @param cutOff true where the time was up before the end of the soak
 */
public record ConnectFacts(
        String probe,
        List<Double> roundTripMillis,
        int failedPings,
        double resolutionMillis,
        boolean speaksFirst,
        long connects,
        SortedMap<String, Long> errors,
        int occasions,
        boolean cutOff) {
    private static final int TIMED_OUT = 124;
    /** Errors within so many batches, a third of a soak, may have one reason that is gone again. */
    private static final int MOMENT = HostScript.BATCHES / 3;

    public ConnectFacts {
        roundTripMillis = List.copyOf(roundTripMillis);
        errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
    }

    /** @param status the exit status of timeout(1) */
    static ConnectFacts parse(int status, String text) {
        String probe = "none";
        List<Double> roundTrips = new ArrayList<>();
        int failed = 0;
        double resolution = 0;
        boolean speaksFirst = false;
        long connects = 0;
        boolean cutOff = false;
        SortedMap<String, Long> errors = new TreeMap<>();
        Occasions occasions = new Occasions(MOMENT);
        int batches = 0;
        for (String line : text.split("\n")) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "resolution" -> resolution = Double.parseDouble(words[1]);
                case "probe" -> probe = words[1];
                case "ping" -> {
                    String micros = words[2].equals("-") ? words[1] : words[2];
                    roundTrips.add(Long.parseLong(micros) / 1_000.0);
                }
                case "failed" -> failed++;
                case "speaks-first" -> speaksFirst = true;
                case "batch" -> {
                    connects += Long.parseLong(words[1]);
                    count(errors, "connection-refused", Long.parseLong(words[2]));
                    count(errors, "connection-reset", Long.parseLong(words[3]));
                    batches++;
                    if (!words[2].equals("0") || !words[3].equals("0")) {
                        occasions.at(batches);
                    }
                }
                case "out-of-time" -> cutOff = true;
                default -> {
                    // What a tool says beside it does not count.
                }
            }
        }
        if (status == TIMED_OUT) {
            // The script minds its time itself, so that only a connect can have hung.
            cutOff = true;
            connects++;
            count(errors, "timeout", 1);
            occasions.at(batches + 1);
        }
        return new ConnectFacts(
                probe, roundTrips, failed, resolution, speaksFirst, connects, errors, occasions.count(), cutOff);
    }

    private static void count(SortedMap<String, Long> errors, String kind, long times) {
        if (times > 0) {
            errors.merge(kind, times, Long::sum);
        }
    }
}
