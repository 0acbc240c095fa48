package org.stackparity.suite.functional;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.Family;
import org.stackparity.model.Severity;
import org.stackparity.suite.client.Answer;
import org.stackparity.suite.client.Ask;
import org.stackparity.suite.client.Cases;
import org.stackparity.suite.client.Http;
import org.stackparity.suite.client.LocaleChoice;
import org.stackparity.suite.client.Visits;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.ParityCheck;
import org.stackparity.suite.junit.ParitySuite;
import org.stackparity.suite.junit.Recorder;

/** Pages arrive in the encoding that they say, and as small. */
@ParitySuite
final class ContentTypeParity {

    @ParityCheck(
            id = "HDR-05",
            name = "headers.content-type",
            promise = "Pages and calls say the same type and encoding, and are compressed alike.",
            family = Family.FUNCTIONAL,
            severity = Severity.MAJOR,
            cases = Contents.class)
    void saysWhatItIs(CheckTarget target, Recorder recorder) {
        String path = target.subject()
                .find("page")
                .or(() -> target.subject().find("api"))
                .orElseThrow();
        LocaleChoice locale =
                new LocaleChoice(target.contract().localeSelection(), Visits.defaultLocale(target.contract()));
        boolean isPage = target.subject().find("page").isPresent();
        Ask ask = locale.in(Ask.get(target.contract(), path)
                .withHeader("Accept", isPage ? "text/html,*/*;q=0.8" : "application/json")
                .withHeader("Accept-Encoding", "gzip"));
        Answer answer = Http.of(target).ask(target.node(), ask);
        answer.requireHealthy(target.contract(), path);
        recorder.value("media-type", answer.mediaType().isEmpty() ? "none" : answer.mediaType());
        recorder.value("charset", charset(answer));
        String coding = answer.header("Content-Encoding").orElse("none").toLowerCase(Locale.ROOT);
        recorder.value("compression", coding);
        recorder.require(
                !coding.equals("gzip") || isGzip(answer),
                "broken-encoding",
                "compression",
                () -> path + " says that it is compressed with [gzip] and is not.");
    }

    private static String charset(Answer answer) {
        return HeaderDirectives.parameters(answer.headers("Content-Type"), ";")
                .getOrDefault("charset", "none")
                .toLowerCase(Locale.ROOT);
    }

    /** Only the beginning is read: whether it is what it says, not what it holds. */
    private static boolean isGzip(Answer answer) {
        try (GZIPInputStream content =
                new GZIPInputStream(new ByteArrayInputStream(answer.body().bytes()))) {
            return content.read() >= -1;
        } catch (IOException e) {
            return false;
        }
    }

    /** Each page and each call. */
    static final class Contents extends Cases {
        Contents() {
            super("pages or api", ContentTypeParity::contents);
        }
    }

    private static Stream<Case> contents(Contract contract) {
        return Stream.of(
                        contract.pages().stream().map(page -> Case.of("page", page.path())),
                        contract.api().stream().map(call -> Case.of("api", call.path())))
                .flatMap(cases -> cases);
    }
}
