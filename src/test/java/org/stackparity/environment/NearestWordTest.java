package org.stackparity.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestWordTest {
    private static final List<String> WORDS = List.of("pages", "private", "processes", "smoke", "api");

    @ParameterizedTest
    @CsvSource({"page, pages", "pgaes, pages", "Pages, pages", "privat, private", "proceses, processes", "apis, api"})
    void findsWhatWasProbablyMeant(String found, String word) {
        assertThat(NearestWord.find(found, WORDS)).contains(word);
        assertThat(NearestWord.hint(found, WORDS)).isEqualTo(" Did you mean [" + word + "]?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "x", "journeys", "a word that is longer than any key of any file, and then some more"})
    void findsNothingWhereNoWordIsNear(String found) {
        assertThat(NearestWord.find(found, WORDS)).isEmpty();
        assertThat(NearestWord.hint(found, WORDS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bb", "cb"})
    void prefersTheFirstInTheAlphabetOfEquallyNearWords(String found) {
        assertThat(NearestWord.find(found, List.of("cc", "bc"))).contains("bc");
    }
}
