package org.stackparity.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stackparity.environment.PairFile.Kind;
import org.stackparity.model.Role;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** One reading of a pair's folder: every file by itself, then the files together, then the records. */
final class PairFolder {
    private static final List<String> FILE_NAMES =
            Stream.of(Kind.values()).map(Kind::fileName).toList();

    private static final JsonMapper CANONICAL =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private final Path folder;
    private final ReferenceValues references;
    private final Faults faults = new Faults();
    private final Map<Kind, YamlDocument> documents = new EnumMap<>(Kind.class);
    private final ReferenceRules referenceRules;
    private final TrustedCaRules trustedCaRules;

    PairFolder(Path folder, ReferenceValues references) {
        this.folder = folder;
        this.references = references;
        this.referenceRules = new ReferenceRules(references, faults);
        this.trustedCaRules = new TrustedCaRules(references, faults);
    }

    Pair read() {
        requireFolder();
        refuseOtherFiles();
        for (Kind kind : Kind.values()) {
            readFile(PairFile.in(folder, kind));
        }
        checkTogether();
        faults.throwIfAny();
        return bind();
    }

    private void requireFolder() {
        if (!Files.isDirectory(folder)) {
            String name = name(folder);
            Path parent = Objects.requireNonNullElse(folder.getParent(), Path.of(""));
            String hint = NearestWord.hint(name, namesIn(parent, Files::isDirectory));
            throw new ConfigurationException(List.of(folder.toString().replace('\\', '/')
                    + ": there is no such folder; expected the folder of a pair with "
                    + Words.choice(FILE_NAMES).replace(" or ", " and ") + "." + hint));
        }
    }

    /** A file whose name is misspelt would otherwise be passed over without a word. */
    private void refuseOtherFiles() {
        for (String name : namesIn(folder, Files::isRegularFile)) {
            boolean isYaml = name.endsWith(".yaml") || name.endsWith(".yml");
            if (isYaml && !name.startsWith(".") && !FILE_NAMES.contains(name)) {
                faults.add(new ConfigurationFault(
                        Kind.values().length,
                        folder.resolve(name),
                        Optional.empty(),
                        "this is not a file of a pair; expected " + Words.choice(FILE_NAMES) + "."
                                + NearestWord.hint(name, FILE_NAMES)));
            }
        }
    }

    private void readFile(PairFile file) {
        if (!Files.exists(file.path())) {
            if (file.kind() != Kind.KNOWN_DIFFERENCES) {
                faults.add(file, "the file is missing; expected one as in environments/example.");
            }
            return;
        }
        FileText.read(file, faults)
                .flatMap(found -> new YamlReader(faults).read(file, found))
                .ifPresent(this::accept);
    }

    private void accept(YamlDocument document) {
        PairFile file = document.file();
        if (document.content().isNull()) {
            if (file.kind() != Kind.KNOWN_DIFFERENCES) {
                faults.add(file, "the file is empty; expected one as in environments/example.");
            }
            return;
        }
        FileSchema schema = FileSchema.of(file.kind());
        referenceRules.check(document.root(), schema.root());
        new SchemaRules(schema, faults).check(document);
        switch (file.kind()) {
            case PRIMARY -> check(document, Role.PRIMARY);
            case FAILOVER -> check(document, Role.FAILOVER);
            case CONTRACT -> new ContractRules(faults).check(document);
            case KNOWN_DIFFERENCES -> new KnownDifferencesRules(faults).check(document);
        }
        documents.put(file.kind(), document);
    }

    private void check(YamlDocument environment, Role role) {
        new EnvironmentRules(faults).check(environment, role.word());
        trustedCaRules.check(environment);
    }

    private void checkTogether() {
        PairRules rules = new PairRules(faults);
        if (documents.containsKey(Kind.PRIMARY) && documents.containsKey(Kind.FAILOVER)) {
            YamlDocument primary = document(Kind.PRIMARY);
            YamlDocument failover = document(Kind.FAILOVER);
            rules.checkEnvironments(primary, failover);
            if (documents.containsKey(Kind.CONTRACT)) {
                rules.checkHostRoles(document(Kind.CONTRACT), List.of(primary, failover));
                rules.checkArmed(document(Kind.CONTRACT), List.of(primary, failover));
            }
        }
    }

    private Pair bind() {
        return new Pair(
                name(folder),
                folder,
                environment(Kind.PRIMARY, Role.PRIMARY),
                environment(Kind.FAILOVER, Role.FAILOVER),
                ContractBinder.bind(document(Kind.CONTRACT)),
                Optional.ofNullable(documents.get(Kind.KNOWN_DIFFERENCES))
                        .map(KnownDifferencesBinder::bind)
                        .orElse(List.of()),
                digest(document(Kind.CONTRACT)),
                referenceRules.sent());
    }

    private Environment environment(Kind kind, Role role) {
        return new EnvironmentBinder(document(kind), references, trustedCaRules.certificates(kind)).bind(role);
    }

    private YamlDocument document(Kind kind) {
        return Objects.requireNonNull(documents.get(kind));
    }

    private static String name(Path folder) {
        return Objects.requireNonNullElse(folder.toAbsolutePath().normalize().getFileName(), folder)
                .toString();
    }

    /** The names of what is in a folder, sorted; none if the folder cannot be listed. */
    private static List<String> namesIn(Path folder, Predicate<Path> kind) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(kind)
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException exception) {
            return List.of();
        }
    }

    /** Over what the file says: comments, spaces and the order of keys say nothing. */
    private static String digest(YamlDocument document) {
        try {
            byte[] bytes = CANONICAL.writeValueAsBytes(document.content());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("Every Java platform has SHA-256.", exception);
        }
    }
}
