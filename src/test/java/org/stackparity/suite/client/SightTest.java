package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stackparity.environment.Contract;
import org.stackparity.suite.client.Trail.End;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.StackException;

class SightTest {
    private static final String SIGN_IN = "<main><form><input type=password name=p> Sign in</form></main>";

    @Test
    void seesThePageThatWasAskedFor() {
        Answer answer = html(200, "<main>Your cart is empty.</main>");

        assertThat(Sight.require(page("/cart", 200), trail(answer))).isSameAs(answer);
    }

    @Test
    void seesAMaintenancePageByItsDeclaredStatus() {
        assertThat(Sight.require(page("/maintenance", 503), trail(html(503, "<main>Back soon</main>"))))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<main></main>",
                "<div id=root></div><script src=app.js></script>",
                "<div class=g-recaptcha></div>",
                "<main><iframe src='https://x.example/captcha'></iframe></main>",
                SIGN_IN
            })
    void doesNotTakeSomethingElseForThePage(String html) {
        assertThatThrownBy(() -> Sight.require(page("/cart", 200), trail(html(200, html))))
                .isInstanceOf(NotObservedException.class);
    }

    @Test
    void doesNotTakeAShortPageAroundAChallengeForThePage() {
        String challenge = "<p>Checking your browser before you go on.</p><form id=challenge-form></form>";
        assertThatThrownBy(() -> Sight.require(page("/cart", 200), trail(html(200, challenge))))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("#challenge-form");
    }

    @Test
    void takesACaptchaInAPageForAPartOfIt() {
        String register = "<main>" + "Tell us who you are. ".repeat(20) + "<div class=g-recaptcha></div></main>";
        assertThat(Sight.require(page("/register", 200), trail(html(200, register))))
                .isNotNull();
    }

    @Test
    void takesASignInForAPageWhereItIsOne() {
        assertThat(Sight.require(page("/login", 200), trail(html(200, SIGN_IN))))
                .isNotNull();
        Contract.Page marked = new Contract.Page("/cart", Optional.of("css:input[name=p]"), true, Map.of(), 200);
        assertThat(Sight.require(marked, trail(html(200, SIGN_IN)))).isNotNull();
    }

    @Test
    void missesAMarkerThatIsNotThere() {
        Contract.Page marked = new Contract.Page("/cart", Optional.of("css:.total"), true, Map.of(), 200);

        assertThatThrownBy(() -> Sight.require(marked, trail(html(200, "<main>Your cart is empty.</main>"))))
                .isInstanceOf(NotObservedException.class)
                .hasMessage("/cart answered, but nothing on it matches its marker [css:.total].");
    }

    @Test
    void takesAnotherStatusForAFailureOfTheStack() {
        assertThatThrownBy(() -> Sight.require(page("/cart", 200), trail(html(404, "<main>Not here</main>"))))
                .isInstanceOf(StackException.class)
                .hasMessage("GET /cart answered [404]; expected [200].");
    }

    @Test
    void takesTooManyRequestsForALimitOnOurs() {
        assertThatThrownBy(() -> Sight.require(page("/cart", 200), trail(html(429, "<main>Slow down</main>"))))
                .isInstanceOf(NotObservedException.class);
    }

    @Test
    void doesNotSayTheTokensOfARedirect() {
        Answer away = new Answer(
                Ask.get("/cart"),
                302,
                List.of(new Answer.Header("Location", "https://idp.example/login?state=s3cr3t")),
                new Answer.Body(new byte[0], false));

        assertThatThrownBy(() -> Sight.require(page("/cart", 200), new Trail(List.of(away), End.LEFT)))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("[https://idp.example/login]")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void doesNotSayTheLoginOfARedirect() {
        Answer away = new Answer(
                Ask.get("/cart"),
                302,
                List.of(new Answer.Header("Location", "https://app:hunter2@idp.example/x")),
                new Answer.Body(new byte[0], false));

        assertThatThrownBy(() -> Sight.require(page("/cart", 200), new Trail(List.of(away), End.LEFT)))
                .isInstanceOf(NotObservedException.class)
                .hasMessageContaining("@idp.example/x]")
                .hasMessageNotContaining("hunter2");
    }

    private static Contract.Page page(String path, int status) {
        return new Contract.Page(path, Optional.empty(), true, Map.of(), status);
    }

    private static Answer html(int status, String html) {
        return new Answer(
                Ask.get("/cart"),
                status,
                List.of(new Answer.Header("Content-Type", "text/html")),
                new Answer.Body(html.getBytes(StandardCharsets.UTF_8), false));
    }

    private static Trail trail(Answer answer) {
        return new Trail(List.of(answer), End.ANSWERED);
    }
}
