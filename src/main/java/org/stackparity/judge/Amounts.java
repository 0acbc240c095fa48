package org.stackparity.judge;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stackparity.model.Finding;

/**
 * The one number in which two values differ, as digits: languages write one amount in several ways.
 *
 * @param primary the digits of the primary's number, without separators
 * @param failover those of the failover's
 * @param hasUnit whether a sign of currency or per cent stands beside it
 */
record Amounts(String primary, String failover, boolean hasUnit) {
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+([.,\u066b\u066c\u2019]\\p{Nd}+)*");
    private static final Pattern UNIT = Pattern.compile("[\\p{Sc}%\u066a]");
    private static final int SHORTEST = 3;
    private static final int LONGEST_COUNT = 9;

    /** Empty where the values differ in more than one number, or in anything else. */
    static Optional<Amounts> of(Finding finding) {
        String primary = finding.primary().orElse("");
        String failover = finding.failover().orElse("");
        List<String> numbers = numbers(primary);
        List<String> others = numbers(failover);
        if (!NUMBER.matcher(primary)
                .replaceAll("0")
                .equals(NUMBER.matcher(failover).replaceAll("0"))) {
            return Optional.empty();
        }
        List<Integer> differing = IntStream.range(0, numbers.size())
                .filter(at -> !numbers.get(at).equals(others.get(at)))
                .boxed()
                .toList();
        return differing.size() == 1
                ? Optional.of(new Amounts(
                        digits(numbers.get(differing.get(0))),
                        digits(others.get(differing.get(0))),
                        UNIT.matcher(primary).find()))
                : Optional.empty();
    }

    /** Whether the numbers say by themselves that two differences are one; 11 stands in the place of 12 for many reasons. */
    boolean isTelling() {
        return hasUnit || (isLong(primary) && isLong(failover));
    }

    /** Whether both are counts, the failover's so much larger. */
    boolean isCountChangedBy(int change) {
        return primary.length() <= LONGEST_COUNT
                && failover.length() <= LONGEST_COUNT
                && Long.parseLong(failover) - Long.parseLong(primary) == change;
    }

    /** The digits of a text that is a number and nothing else, and long enough to tell something. */
    static Optional<String> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(digits(text)).filter(Amounts::isLong) : Optional.empty();
    }

    /** The digits of the only number of a text that is an amount of money, or a share. */
    static Optional<String> amount(String text) {
        List<String> numbers = numbers(text);
        return numbers.size() == 1 && UNIT.matcher(text).find()
                ? Optional.of(digits(numbers.get(0)))
                : Optional.empty();
    }

    private static boolean isLong(String digits) {
        return digits.length() >= SHORTEST;
    }

    private static List<String> numbers(String value) {
        return NUMBER.matcher(value).results().map(MatchResult::group).toList();
    }

    private static String digits(String number) {
        return number.codePoints()
                .filter(Character::isDigit)
                .mapToObj(digit -> Integer.toString(Character.digit(digit, 10)))
                .collect(Collectors.joining());
    }
}
