package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AskTest {
    @Test
    void isSpokenOfByItsNameWhereItsPathHasWhatAnAnswerGave() {
        Ask ask = Ask.get("/reset/7f3a").named("/reset/${token}");

        assertThat(ask.withHeader("Accept", "*/*").withPath("/de/reset/7f3a")).hasToString("GET /reset/${token}");
        assertThat(ask.path()).isEqualTo("/reset/7f3a");
        assertThat(ask.redirected(303, "/account")).hasToString("GET /account");
    }

    @Test
    void showsNoPersonalDataOfItsPath() {
        assertThat(Ask.get("/users/ada@customer.test").shownPath()).matches("/users/«[0-9a-f]{12}:email»");
    }
}
