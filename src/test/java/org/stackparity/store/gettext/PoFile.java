package org.stackparity.store.gettext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A gettext source, as translators write it. Contexts (msgctxt) and obsolete entries are not supported: they are refused.
 *
 * @param entries the messages in the order of the file, the header first
 */
public record PoFile(List<PoEntry> entries) {

    public PoFile {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || !entries.get(0).isHeader()) {
            throw new IllegalArgumentException("a catalog starts with the header: msgid \"\"");
        }
    }

    /**
     * Reads a source in UTF-8.
     *
     * @throws IllegalArgumentException naming file and line of what could not be understood
     */
    public static PoFile read(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /** Parses the text of a source; {@code name} stands before the line number in messages. */
    public static PoFile parse(String name, String text) {
        return new Parser(name).parse(text);
    }

    public String header() {
        return entries.get(0).forms().get(0);
    }

    /** The messages without the header, in the order of the file. */
    public List<PoEntry> messages() {
        return entries.subList(1, entries.size());
    }

    private static final class Parser {
        private final String name;
        private final List<PoEntry> entries = new ArrayList<>();
        private final StringBuilder id = new StringBuilder();
        private final StringBuilder plural = new StringBuilder();
        private final List<StringBuilder> forms = new ArrayList<>();
        private StringBuilder current = id;
        private boolean started;

        Parser(String name) {
            this.name = name;
        }

        PoFile parse(String text) {
            int number = 0;
            for (String line : text.split("\n", -1)) {
                parseLine(++number, line.strip());
            }
            finishEntry();
            return new PoFile(entries);
        }

        private void parseLine(int number, String line) {
            if (line.isEmpty() || line.startsWith("#")) {
                return;
            }
            int quote = line.indexOf('"');
            if (quote < 0 || line.length() < quote + 2 || !line.endsWith("\"")) {
                throw fault(number, line, "expected a text in double quotes");
            }
            String keyword = line.substring(0, quote).strip();
            if (!keyword.isEmpty()) {
                current = startText(number, keyword);
            }
            current.append(unescape(number, line.substring(quote + 1, line.length() - 1)));
        }

        private StringBuilder startText(int number, String keyword) {
            if (keyword.equals("msgid")) {
                finishEntry();
                started = true;
                return id;
            }
            if (keyword.equals("msgid_plural")) {
                return plural;
            }
            String form = "msgstr[" + forms.size() + "]";
            if (keyword.equals("msgstr") || keyword.equals(form)) {
                forms.add(new StringBuilder());
                return forms.get(forms.size() - 1);
            }
            throw fault(number, keyword, "expected msgid, msgid_plural, msgstr or " + form);
        }

        private void finishEntry() {
            if (started) {
                entries.add(new PoEntry(
                        id.toString(),
                        plural.toString(),
                        forms.stream().map(StringBuilder::toString).toList()));
            }
            id.setLength(0);
            plural.setLength(0);
            forms.clear();
        }

        private String unescape(int number, String text) {
            if (text.indexOf('\\') < 0) {
                return text;
            }
            StringBuilder plain = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c != '\\') {
                    plain.append(c);
                    continue;
                }
                char escaped = ++i < text.length() ? text.charAt(i) : ' ';
                switch (escaped) {
                    case 'n' -> plain.append('\n');
                    case 't' -> plain.append('\t');
                    case '"', '\\' -> plain.append(escaped);
                    default -> throw fault(number, "\\" + escaped, "expected one of \\n, \\t, \\\" and \\\\");
                }
            }
            return plain.toString();
        }

        private IllegalArgumentException fault(int number, String found, String expected) {
            return new IllegalArgumentException(name + ":" + number + ": [" + found + "]; " + expected);
        }
    }
}
