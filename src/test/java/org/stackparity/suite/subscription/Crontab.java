package org.stackparity.suite.subscription;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A crontab as crontab(5) has it, or with six fields for the time.
 *
 * @param entries in the order of the file, also those in comments
 * @param variables what the file sets for its jobs, like PATH or CRON_TZ
 * @param malformed lines that are none of this, in the order of the file
 */
record Crontab(List<Entry> entries, SortedMap<String, String> variables, List<String> malformed) {
    private static final Pattern VARIABLE =
            Pattern.compile("[\"']?([A-Za-z_][A-Za-z0-9_]*)[\"']?\\s*=\\s*[\"']?(.*?)[\"']?");
    /** A field of a time; a month or a day of the week may be a name. */
    private static final Pattern FIELD = Pattern.compile("[0-9*][0-9*/,-]*");

    private static final Pattern NAMED = Pattern.compile(
            "[0-9*/,-]*|(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)" + "[,-]?)+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*\\$?");
    private static final int FIELDS = 5;

    Crontab {
        entries = List.copyOf(entries);
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        malformed = List.copyOf(malformed);
    }

    /**
     * One line.
     *
     * @param schedule the time fields, joined by one blank each, or a nickname
     * @param user empty in the crontab of one user
     * @param disabled true where it stands in a comment
     */
    record Entry(String schedule, Optional<String> user, String command, boolean disabled) {
        /** An order that does not follow that of the lines. */
        static final Comparator<Entry> ORDER = Comparator.comparing(Entry::schedule)
                .thenComparing(entry -> entry.user().orElse(""))
                .thenComparing(Entry::command);

        /** Whether the word is in the command, as a word or as the name of a program or script. */
        boolean mentions(String word) {
            return Pattern.compile("(?<![\\w.-])" + Pattern.quote(word) + "(?![\\w-])")
                    .matcher(command)
                    .find();
        }

        /** The name of the program that the command starts, without its folder. */
        String program() {
            for (String word : command.split("\\s+")) {
                if (!word.contains("=") && !word.isEmpty()) {
                    return word.substring(word.lastIndexOf('/') + 1);
                }
            }
            return "command";
        }
    }

    /**
     * Parses a crontab.
     *
     * @param path of the file: below {@code /var/spool/cron} it is one user's and has no column for him
     */
    static Crontab parse(String path, String text) {
        boolean ofOneUser = path.contains("spool/cron") || path.contains("crontabs/");
        List<Entry> entries = new ArrayList<>();
        SortedMap<String, String> variables = new TreeMap<>();
        List<String> malformed = new ArrayList<>();
        for (String raw : text.split("\n")) {
            String line = raw.strip();
            Matcher variable = VARIABLE.matcher(line);
            if (line.startsWith("#")) {
                entry(line.replaceFirst("^#+\\s*", ""), ofOneUser, true).ifPresent(entries::add);
            } else if (variable.matches()) {
                variables.put(variable.group(1), variable.group(2));
            } else if (!line.isEmpty()) {
                entry(line, ofOneUser, false).ifPresentOrElse(entries::add, () -> malformed.add(line));
            }
        }
        return new Crontab(entries, variables, malformed);
    }

    private static Optional<Entry> entry(String line, boolean ofOneUser, boolean disabled) {
        List<String> words = List.of(line.split("\\s+"));
        int fields = fields(words);
        int rest = fields + (ofOneUser ? 0 : 1);
        if (fields == 0 || words.size() <= rest) {
            return Optional.empty();
        }
        String schedule = String.join(" ", words.subList(0, fields));
        if (CronExpression.find(schedule).isEmpty() && !schedule.equals("@reboot")) {
            return Optional.empty();
        }
        Optional<String> user = ofOneUser ? Optional.empty() : Optional.of(words.get(fields));
        if (user.filter(name -> !USER.matcher(name).matches()).isPresent()) {
            return Optional.empty();
        }
        String command = line.split("\\s+", rest + 1)[rest];
        return Optional.of(new Entry(schedule, user, command, disabled));
    }

    /** How many of the words are the time: one nickname, five fields, or six; 0 if they are none. */
    private static int fields(List<String> words) {
        if (words.get(0).startsWith("@")) {
            return 1;
        }
        if (words.size() < FIELDS) {
            return 0;
        }
        boolean six =
                words.size() > FIELDS && words.subList(0, FIELDS + 1).stream().allMatch(Crontab::isField);
        boolean five = words.subList(0, FIELDS).stream().allMatch(Crontab::isField);
        return six ? FIELDS + 1 : five ? FIELDS : 0;
    }

    private static boolean isField(String word) {
        return FIELD.matcher(word).matches()
                || NAMED.matcher(word.toLowerCase(Locale.ROOT)).matches();
    }

    /** The lines that a job of the contract is found by; those in comments only where no other is. */
    List<Entry> find(String command) {
        Map<Boolean, List<Entry>> found = entries.stream()
                .filter(entry -> entry.mentions(command))
                .collect(Collectors.partitioningBy(Entry::disabled));
        return found.get(false).isEmpty() ? found.get(true) : found.get(false);
    }

    /** Whether a job stands in comments only, and these differ, so that nobody can tell which of them counts. */
    boolean isAmbiguous(String command) {
        return find(command).stream().filter(Entry::disabled).distinct().count() > 1;
    }
}
