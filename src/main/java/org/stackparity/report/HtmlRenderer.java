package org.stackparity.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.stackparity.model.ParityReport;
import org.stackparity.report.view.PageBuilder;

/**
 * Writes one self-contained page. It asks nothing of any network, forbids itself to do so, and works from a file; its
 * script only filters.
 */
public final class HtmlRenderer implements Renderer {
    private static final String TEMPLATES = "org.stackparity.report.template";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlRenderer.class.getClassLoader(), TEMPLATES);
    private final String style = read("report.css");
    private final String script = read("report.js");
    private final String policy = "default-src 'none'; style-src " + digest(style) + "; script-src " + digest(script)
            + "; base-uri 'none'; form-action 'none'";

    @Override
    public String fileName() {
        return "report.html";
    }

    @Override
    public void render(ParityReport report, Appendable out) throws IOException {
        StringOutput page = new StringOutput(1 << 16);
        engine.render(
                "report.jte",
                Map.of("page", PageBuilder.of(report), "policy", policy, "style", style, "script", script),
                page);
        out.append(page.toString());
    }

    private static String read(String resource) {
        try (InputStream in = HtmlRenderer.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource [" + resource + "] is not on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the resource [" + resource + "] failed.", e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }
}
