package org.stackparity.lab;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.stackparity.store.host.ResourceTree;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Which drifts were caught and named, and which healthy runs were refused: the detection matrix. */
record DetectionMatrix(List<Trial> trials) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    DetectionMatrix {
        trials = List.copyOf(trials);
    }

    /** Whether every drift was caught and named and no healthy run was refused. */
    boolean isClean() {
        return trials.stream().allMatch(trial -> trial.isCaught() && trial.isNamed());
    }

    /** One line. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "caught %d of %d, named %d of %d, false blockers %d in %d twin runs and %d in %d with a benign difference",
                count(trial -> !trial.isHealthy() && trial.isCaught()),
                count(trial -> !trial.isHealthy()),
                count(trial -> !trial.isHealthy() && trial.isNamed()),
                count(trial -> !trial.isHealthy()),
                count(trial -> trial.isTwin() && !trial.isCaught()),
                count(Trial::isTwin),
                count(trial -> trial.isHealthy() && !trial.isTwin() && !trial.isCaught()),
                count(trial -> trial.isHealthy() && !trial.isTwin()));
    }

    /** Writes {@code matrix.html}, {@code matrix.json} and {@code matrix.md} into the folder and returns them. */
    List<Path> write(Path folder) throws IOException {
        Path templates = folder.resolve("templates");
        ResourceTree.copy("/lab/matrix", templates);
        Path html = folder.resolve("matrix.html");
        Path markdown = folder.resolve("matrix.md");
        Path json = folder.resolve("matrix.json");
        Files.writeString(html, render(templates.resolve("matrix.html"), true));
        Files.writeString(markdown, render(templates.resolve("matrix.md"), false));
        Files.writeString(json, JSON.writeValueAsString(trials));
        return List.of(html, markdown, json);
    }

    private String render(Path template, boolean isHtml) throws IOException {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("summary", summary());
        model.put("date", LocalDate.now(ZoneOffset.UTC));
        model.put(
                "drifts",
                trials.stream()
                        .filter(trial -> !trial.isHealthy())
                        .map(DetectionMatrix::row)
                        .toList());
        model.put(
                "healthy",
                trials.stream()
                        .filter(Trial::isHealthy)
                        .map(DetectionMatrix::row)
                        .toList());
        model.put("hasHealthy", trials.stream().anyMatch(Trial::isHealthy));
        return Mustache.compiler()
                .escapeHTML(isHtml)
                .compile(Files.readString(template))
                .execute(model);
    }

    private static Map<String, Object> row(Trial trial) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("drift", trial.drift());
        row.put("class", trial.driftClass());
        row.put(
                "checks",
                trial.expected().stream()
                        .map(check -> Map.of(
                                "id",
                                check,
                                "caught",
                                trial.red().contains(check),
                                "missed",
                                !trial.red().contains(check)))
                        .toList());
        row.put(
                "others",
                String.join(
                        ", ",
                        trial.red().stream()
                                .filter(check -> !trial.expected().contains(check))
                                .toList()));
        row.put("verdict", trial.verdict());
        row.put("caught", trial.isCaught());
        row.put("named", trial.isNamed());
        row.put("position", trial.position() == 0 ? "–" : trial.position() + " of " + trial.causes());
        row.put("blockers", trial.blockers().size());
        row.put("hasBlockers", !trial.blockers().isEmpty());
        row.put("facts", trial.blockers());
        row.put("seconds", Math.round(trial.seconds()));
        row.put("clean", trial.isCaught() && trial.isNamed());
        return row;
    }

    private long count(Predicate<Trial> which) {
        return trials.stream().filter(which).count();
    }
}
