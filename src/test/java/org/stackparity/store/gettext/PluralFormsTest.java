package org.stackparity.store.gettext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralFormsTest {
    private static final PluralForms ARABIC = PluralForms.parse("nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2"
            + " : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);");
    private static final PluralForms RUSSIAN = PluralForms.parse("nplurals=3; plural=(n%10==1 && n%100!=11 ? 0"
            + " : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);");

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "5, 3", "11, 4", "99, 4", "100, 5", "103, 3", "202, 5"})
    void followsTheSixFormsOfArabic(long count, int form) {
        assertThat(ARABIC.index(count)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "21, 0", "11, 2", "3, 1", "13, 2", "24, 1", "100, 2"})
    void keepsThePrecedenceOfOperators(long count, int form) {
        assertThat(RUSSIAN.index(count)).isEqualTo(form);
    }

    @Test
    void neverLeavesTheRangeOfForms() {
        assertThat(PluralForms.parse("nplurals=2; plural=n;").index(17)).isEqualTo(1);
    }

    @Test
    void saysWhereAnExpressionBreaks() {
        assertThatThrownBy(() -> PluralForms.parse("nplurals=2; plural=(n > 1;"))
                .hasMessageContaining("at character 7")
                .hasMessageContaining("a closing parenthesis");
    }
}
