package org.stackparity.store.gettext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoFileTest {
    private static final String ARABIC = """
            # a comment
            msgid ""
            msgstr ""
            "Content-Type: text/plain; charset=UTF-8\\n"
            "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);\\n"

            msgid "Cart"
            msgstr "سلة التسوق"

            msgid "A \\"quoted\\" "
            "text\\n"
            msgstr "«نص»\\n"

            msgid "{count} item"
            msgid_plural "{count} items"
            msgstr[0] "عنصر واحد"
            msgstr[1] "عنصران"
            msgstr[2] "{count} عنصر"

            msgid "Not translated"
            msgstr ""
            """;

    @Test
    void readsBackWhatWasCompiled() {
        MoFile catalog = compiled();

        assertThat(catalog.find("Cart")).contains("سلة التسوق");
        assertThat(catalog.find("A \"quoted\" text\n")).contains("«نص»\n");
        assertThat(catalog.find("no such text")).isEmpty();
    }

    @Test
    void picksThePluralFormByTheRuleOfTheCatalog() {
        MoFile catalog = compiled();

        assertThat(catalog.findPlural("{count} item", 1)).contains("عنصر واحد");
        assertThat(catalog.findPlural("{count} item", 2)).contains("عنصران");
        assertThat(catalog.findPlural("{count} item", 11)).contains("{count} عنصر");
    }

    @Test
    void leavesUntranslatedTextsOut() {
        assertThat(compiled().find("Not translated")).isEmpty();
        assertThat(compiled().size()).isEqualTo(4);
    }

    @Test
    void refusesAFileThatIsNoCatalog(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("messages.mo"), "this is not a catalog at all");

        assertThatThrownBy(() -> MoFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("messages.mo")
                .hasMessageContaining("0x950412de");
    }

    @Test
    void refusesATruncatedCatalog(@TempDir Path folder) throws IOException {
        byte[] whole = MoCompiler.compile(PoFile.parse("ar", ARABIC));
        Path file = Files.write(folder.resolve("messages.mo"), Arrays.copyOf(whole, 60));

        assertThatThrownBy(() -> MoFile.read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void namesTheLineThatIsNoGettext() {
        assertThatThrownBy(() -> PoFile.parse("ar.po", "msgid \"\"\nmsgstr \"\"\nmsgctxt \"menu\"\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ar.po:3: [msgctxt]; expected msgid");
    }

    private static MoFile compiled() {
        return MoFile.parse(MoCompiler.compile(PoFile.parse("ar", ARABIC)));
    }
}
