package org.stackparity.store.jobs;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A system crontab: expression, user, command. Five fields as cron has them, or six with seconds before the minutes.
 *
 * @param lines in the order of the file
 */
public record Crontab(List<Line> lines) {
    private static final int FIELDS = 5;
    private static final CronParser MINUTES =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    private static final CronParser SECONDS =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING53));

    public Crontab {
        lines = List.copyOf(lines);
    }

    /** One entry; {@code times} are local to whatever zone it is asked in. */
    public record Line(String expression, String user, String command, ExecutionTime times) {}

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
            if (!text.isEmpty() && !text.startsWith("#")) {
                lines.add(parseLine(file + ":" + (i + 1), text));
            }
        }
        return new Crontab(lines);
    }

    private static Line parseLine(String where, String text) {
        List<String> words = List.of(text.split("\\s+"));
        int fields = words.size() - 2;
        if (fields != FIELDS && fields != FIELDS + 1) {
            throw new IllegalArgumentException(
                    where + ": [" + text + "]; expected five or six fields, the user and the command");
        }
        String expression = String.join(" ", words.subList(0, fields));
        CronParser parser = fields == FIELDS ? MINUTES : SECONDS;
        try {
            return new Line(
                    expression,
                    words.get(fields),
                    words.get(fields + 1),
                    ExecutionTime.forCron(parser.parse(expression)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": [" + expression + "]; " + e.getMessage(), e);
        }
    }
}
