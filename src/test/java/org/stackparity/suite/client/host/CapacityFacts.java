package org.stackparity.suite.client.host;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stackparity.suite.junit.NotObservedException;

/**
 * What a process may use of its host at most.
 *
 * @param processors as many as it may run on (cpuset(7)), as are on, or as the smallest quota of its control groups gives
 *     it, whatever is least: quota by period, {@code cpu.max} of version 2, {@code cpu.cfs_quota_us} of version 1
 * @param memoryMebibytes the host's, or the smallest limit of its control groups where that is less: {@code memory.max} and
 *     {@code memory.high} of version 2, {@code memory.limit_in_bytes} of version 1
 */
public record CapacityFacts(BigDecimal processors, long memoryMebibytes) {
    /** LIMIT: no kernel counts more processors (NR_CPUS). */
    private static final int MOST_PROCESSORS = 8192;

    private static final int DECIMALS = 4;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final Pattern QUOTA = Pattern.compile("(\\d{1,18}) (\\d{1,18})");
    private static final Pattern COUNT = Pattern.compile("\\d{1,20}");
    private static final BigInteger KIBIBYTE = BigInteger.valueOf(1024);
    private static final BigInteger MEBIBYTE = BigInteger.valueOf(1024 * 1024);

    /**
     * Reads what the script printed.
     *
     * @throws NotObservedException if it says no processors, or no memory
     */
    static CapacityFacts parse(String process, String text) {
        OptionalInt allowed = OptionalInt.empty();
        OptionalInt online = OptionalInt.empty();
        List<BigDecimal> quotas = new ArrayList<>();
        Optional<BigInteger> memory = Optional.empty();
        List<BigInteger> limits = new ArrayList<>();
        for (String line : text.split("\n")) {
            int space = line.indexOf(' ');
            String value = line.substring(space + 1).strip();
            switch (space < 0 ? line : line.substring(0, space)) {
                case "allowed" -> allowed = processors(value);
                case "online" -> online = processors(value);
                case "quota" -> quota(value).ifPresent(quotas::add);
                case "memory" -> memory = count(value).map(KIBIBYTE::multiply);
                case "limit" -> count(value).ifPresent(limits::add);
                default -> {
                    // What the shell says of a group that went away meanwhile.
                }
            }
        }
        if (allowed.isEmpty() || online.isEmpty() || memory.isEmpty()) {
            throw new NotObservedException("It is not told what the " + process + " may use: the processors that it may"
                    + " run on are [" + known(allowed.isPresent()) + "], those of its host that are on are ["
                    + known(online.isPresent()) + "], the memory of its host is [" + known(memory.isPresent())
                    + "]; they are looked for in /proc and /sys.");
        }
        // in a container the two may be numbered differently, so that they cannot be matched by number
        quotas.add(BigDecimal.valueOf(Math.min(allowed.getAsInt(), online.getAsInt())));
        limits.add(memory.get());
        return new CapacityFacts(
                quotas.stream().min(BigDecimal::compareTo).orElseThrow(),
                limits.stream()
                        .min(BigInteger::compareTo)
                        .orElseThrow()
                        .divide(MEBIBYTE)
                        .longValueExact());
    }

    private static String known(boolean isKnown) {
        return isKnown ? "known" : "not known";
    }

    /** How many stand in a list of the kernel's like {@code 0-3,8}; empty where it is none. */
    private static OptionalInt processors(String list) {
        BitSet processors = new BitSet();
        for (String part : list.split(",")) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                return OptionalInt.empty();
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (last < first || last >= MOST_PROCESSORS) {
                return OptionalInt.empty();
            }
            processors.set(first, last + 1);
        }
        return processors.isEmpty() ? OptionalInt.empty() : OptionalInt.of(processors.cardinality());
    }

    /** Processors; empty for the words of no limit, {@code max} and {@code -1}. */
    private static Optional<BigDecimal> quota(String text) {
        Matcher quota = QUOTA.matcher(text);
        if (!quota.matches() || new BigDecimal(quota.group(2)).signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(quota.group(1))
                .divide(new BigDecimal(quota.group(2)), DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros());
    }

    private static Optional<BigInteger> count(String text) {
        return Optional.of(text)
                .filter(number -> COUNT.matcher(number).matches())
                .map(BigInteger::new)
                .filter(number -> number.signum() > 0);
    }
}
