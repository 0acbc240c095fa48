package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PageLinesTest {

    @Test
    void keepsNoBreakSpacesAndFoldsLayout() {
        assertThat(text("<main><p>\n  12,50&nbsp;€\n  or\n 1&#x202f;000 </p></main>"))
                .isEqualTo("main\t12,50\u00a0€ or 1\u202f000");
    }

    @Test
    void namesLandmarksByIdSoThatLinesStayAlignable() {
        assertThat(text("<header>a<nav id=top>b</nav></header><div role=main><form id=buy>c<div>d</div></form>"
                        + "<form>e</form><section aria-labelledby=h>f</section><section>g</section></div><aside>h</aside>"
                        + "<footer>i</footer>j"))
                .isEqualTo("header\ta\nheader/nav#top\tb\nmain/form#buy\tc\nmain/form#buy\td\nmain\te\n"
                        + "main/section@h\tf\nmain\tg\naside\th\nfooter\ti\n\tj");
    }

    @Test
    void takesSpokenAttributesForTextAndTheirPresenceForStructure() {
        PageLines lines = lines("<main><img src=/a.png alt='Blaue Tasse' class=x style='color:red'>"
                + "<input name=q placeholder=Suche data-x=1><input type=submit value=Los></main>");

        assertThat(PageLines.join(lines.text())).isEqualTo("main\tBlaue Tasse\nmain\tSuche\nmain\tLos");
        assertThat(PageLines.join(lines.structure()))
                .isEqualTo("main\timg src=/a.png\nmain\timg alt\nmain\tinput name=q\nmain\tinput placeholder\n"
                        + "main\tinput type=submit\nmain\tinput value");
    }

    @Test
    void keepsScriptsAsDigestsAndOutOfTheText() {
        PageLines lines = lines("<main>a</main><script>let x = 1</script><style>p {}</style><noscript>off</noscript>");

        assertThat(PageLines.join(lines.text())).isEqualTo("main\ta");
        assertThat(PageLines.join(lines.structure()))
                .matches("\tscript sha256=[0-9a-f]{16}\n\tstyle sha256=[0-9a-f]{16}");
    }

    private static String text(String html) {
        return PageLines.join(lines(html).text());
    }

    private static PageLines lines(String html) {
        return PageLines.of(Jsoup.parse(html));
    }
}
