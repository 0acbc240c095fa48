package org.stackparity.environment;

import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * Reads the text of a file as YAML, within limits. Only JSON's own words are more than text: {@code true},
 * {@code false}, {@code null} and plain numbers; {@code yes}, {@code on} and {@code 0x10} are text.
 */
final class YamlReader {
    private static final int MOST_ALIASES = 20;
    /** The library's messages that end in a piece of the file, which may be a secret without quotes. */
    private static final Pattern ENDS_IN_CONTENT =
            Pattern.compile("(found undefined alias|found undefined tag handle|found duplicate tag handle).*");

    private final Faults faults;

    YamlReader(Faults faults) {
        this.faults = faults;
    }

    /** The file as data; empty, with a fault, if it cannot be read. An empty file has the content null. */
    Optional<YamlDocument> read(PairFile file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new JsonSchema())
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setAllowNonScalarKeys(true)
                .build();
        try {
            StreamReader reader = new StreamReader(settings, text);
            Composer composer = new Composer(settings, new BoundedParser(new ParserImpl(settings, reader)));
            Optional<Node> root = composer.getSingleNode();
            return Optional.of(new NodeConversion(file, settings, faults).convert(root));
        } catch (MarkedYamlEngineException exception) {
            faults.add(file, line(exception), "the YAML cannot be read: " + problem(exception) + ".");
        } catch (ReaderException exception) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(exception.getPosition())
                            .filter(character -> character == '\n')
                            .count();
            faults.add(
                    file,
                    line,
                    "the character U+%04X is not allowed in YAML; write it as an escape in double quotes."
                            .formatted(exception.getCodePoint()));
        } catch (YamlEngineException exception) {
            // the only limit whose exception has no mark
            faults.add(
                    file,
                    "more than " + MOST_ALIASES + " aliases of lists and mappings; expected the values themselves.");
        }
        return Optional.empty();
    }

    private static int line(MarkedYamlEngineException exception) {
        return exception.getProblemMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static String problem(MarkedYamlEngineException exception) {
        String problem = ENDS_IN_CONTENT.matcher(exception.getProblem()).replaceAll("$1");
        if (problem.contains("(TAB)")) {
            return "a tab indents this line; use spaces";
        }
        return Quoted.clip(problem.startsWith("but ") ? exception.getContext() + ", " + problem : problem);
    }
}
