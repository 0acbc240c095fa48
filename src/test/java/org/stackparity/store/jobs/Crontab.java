package org.stackparity.store.jobs;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A system crontab: expression, user, command. Five fields as cron has them, or six with seconds before the minutes. Variables
 * and what runs at boot have no time, and are passed over.
 *
 * @param lines in the order of the file
 */
public record Crontab(List<Line> lines) {
    private static final int FIELDS = 5;
    private static final CronParser MINUTES =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    private static final CronParser SECONDS =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING53));
    private static final Pattern WITHOUT_TIME = Pattern.compile("#.*|[A-Za-z_]\\w*\\s*=.*|@reboot\\s.*|");
    /** A sixth word that is no user: users begin with a letter, and fields do so with the name of a day only. */
    private static final Pattern DAY_OF_WEEK =
            Pattern.compile("[^A-Za-z_].*|(?:SUN|MON|TUE|WED|THU|FRI|SAT)(?:[-,/#].*)?", Pattern.CASE_INSENSITIVE);

    public Crontab {
        lines = List.copyOf(lines);
    }

    /**
     * One entry.
     *
     * @param command with its arguments
     * @param times local to whatever zone they are asked in
     */
    public record Line(String expression, String user, String command, ExecutionTime times) {

        /** The name of the job that the command runs: its last word, whatever starts it. */
        public String job() {
            return command.substring(command.lastIndexOf(' ') + 1);
        }

        /** When the line was due last, at or before {@code now}; empty if it never was. */
        public Optional<Instant> lastDue(ZonedDateTime now) {
            return times.lastExecution(now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))
                    .map(ZonedDateTime::toInstant);
        }
    }

    /**
     * Reads a crontab; comments and empty lines are passed over.
     *
     * @throws IllegalArgumentException naming file and line of what is no entry
     */
    public static Crontab read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        List<String> texts = Files.readAllLines(file);
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i).strip();
            if (!WITHOUT_TIME.matcher(text).matches()) {
                lines.add(parseLine(file + ":" + (i + 1), text));
            }
        }
        return new Crontab(lines);
    }

    private static Line parseLine(String where, String text) {
        List<String> words = List.of(text.split("\\s+"));
        boolean hasSeconds =
                words.size() > FIELDS && DAY_OF_WEEK.matcher(words.get(FIELDS)).matches();
        int fields = hasSeconds ? FIELDS + 1 : FIELDS;
        if (words.size() < fields + 2) {
            throw new IllegalArgumentException(
                    where + ": [" + text + "]; expected five or six fields, the user and the command");
        }
        String expression = String.join(" ", words.subList(0, fields));
        CronParser parser = hasSeconds ? SECONDS : MINUTES;
        try {
            return new Line(
                    expression,
                    words.get(fields),
                    String.join(" ", words.subList(fields + 1, words.size())),
                    ExecutionTime.forCron(parser.parse(expression)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": [" + expression + "]; " + e.getMessage(), e);
        }
    }
}
