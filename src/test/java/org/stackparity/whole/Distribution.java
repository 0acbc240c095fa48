package org.stackparity.whole;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The distribution that {@code mvn package} made, unpacked, and run in an empty folder as a user does. */
final class Distribution {
    private static final long LIMIT_SECONDS = 240;

    private final Path home;
    private final Path folder;

    /** @param scratch takes the unpacked program and, apart from it, the folder that it runs in */
    Distribution(Path scratch) throws IOException, InterruptedException {
        Path archive = archive();
        home = Files.createDirectories(scratch.resolve("program"));
        folder = Files.createDirectories(scratch.resolve("empty"));
        run(List.of("tar", "xzf", archive.toString(), "--strip-components=1"), home, Map.of(), LIMIT_SECONDS);
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target").toAbsolutePath())) {
            return files.filter(file -> file.getFileName().toString().matches("stack-parity-.*\\.tar\\.gz"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IllegalStateException(
                            "There is no distribution in target/; run mvn package first, as mvn verify does."));
        }
    }

    /** Where it ran, with {@code target/parity} and {@code allure-results} in it. */
    Path folder() {
        return folder;
    }

    /** Runs {@code parity} with arguments and waits for its end. */
    Result parity(String... arguments) throws IOException, InterruptedException {
        return parity(Map.of(), LIMIT_SECONDS, arguments);
    }

    /** The same, with further environment variables. */
    Result parity(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        return parity(variables, LIMIT_SECONDS, arguments);
    }

    /** The same, for what takes longer. */
    Result parity(long limitSeconds, String... arguments) throws IOException, InterruptedException {
        return parity(Map.of(), limitSeconds, arguments);
    }

    private Result parity(Map<String, String> variables, long limitSeconds, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/parity").toString()));
        command.addAll(List.of(arguments));
        return run(command, folder, variables, limitSeconds);
    }

    private static Result run(List<String> command, Path folder, Map<String, String> variables, long limitSeconds)
            throws IOException, InterruptedException {
        File output = Files.createTempFile("parity", ".out").toFile();
        long start = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
            throw new IllegalStateException("[" + String.join(" ", command) + "] did not end within " + limitSeconds
                    + " s; it said: " + Files.readString(output.toPath()));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Result result = new Result(process.exitValue(), seconds, Files.readString(output.toPath()));
        Files.delete(output.toPath());
        return result;
    }

    /** The youngest report.json. */
    JsonNode report() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("target/parity"))) {
            Path youngest = runs.max(Comparator.naturalOrder()).orElseThrow();
            return JsonMapper.shared().readTree(Files.readString(youngest.resolve("report.json")));
        }
    }

    /**
     * How a command ended.
     *
     * @param output what it said on both streams
     */
    record Result(int exitCode, double seconds, String output) {}
}
