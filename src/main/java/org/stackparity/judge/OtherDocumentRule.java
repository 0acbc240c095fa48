package org.stackparity.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stackparity.model.Case;
import org.stackparity.model.Cause;
import org.stackparity.model.CheckId;
import org.stackparity.model.Finding;
import org.stackparity.model.FindingKind;
import org.stackparity.model.NodeRef;

/**
 * An answer is a document of another kind, like plain text in the place of a page. Predicts that what stood in it is not
 * there and other text is, in the same cases on the same nodes.
 */
final class OtherDocumentRule implements CauseRule {
    private static final String CONTENT_TYPE = "content-type";

    @Override
    public List<Cause> explain(Claims claims) {
        Map<Kinds, List<Finding>> alike = new LinkedHashMap<>();
        claims.unclaimed().stream()
                .filter(OtherDocumentRule::isOfAnotherKind)
                .forEach(type -> alike.computeIfAbsent(
                                new Kinds(type.check(), type.nodes(), type.primary(), type.failover()),
                                any -> new ArrayList<>())
                        .add(type));
        List<Cause> causes = new ArrayList<>();
        for (List<Finding> types : alike.values()) {
            Finding first = types.get(0);
            Set<Case> subjects = types.stream().map(Finding::subject).collect(Collectors.toSet());
            List<Finding> explained = claims.claim(finding -> types.contains(finding)
                    || (subjects.contains(finding.subject())
                            && finding.nodes().equals(first.nodes())
                            && isContent(finding)));
            causes.add(new Cause(
                    "other-document",
                    Wording.nodes(first.nodes()) + " at " + Wording.cases(types) + ": " + CONTENT_TYPE + " is ["
                            + first.failover().orElse("missing") + "], agreed is ["
                            + first.primary().orElse("missing") + "]",
                    Wording.worst(explained),
                    first.nodes(),
                    Advice.of(first.check()),
                    explained));
        }
        return causes;
    }

    private static boolean isOfAnotherKind(Finding finding) {
        return finding.path().equals(CONTENT_TYPE)
                && finding.kind() == FindingKind.DIFFERENT
                && !finding.primary()
                        .map(OtherDocumentRule::mediaType)
                        .equals(finding.failover().map(OtherDocumentRule::mediaType));
    }

    /** Without parameters like the charset, which change nothing about what kind of document it is. */
    private static String mediaType(String contentType) {
        return contentType.replaceFirst(";.*", "").strip();
    }

    private static boolean isContent(Finding finding) {
        return finding.findFact("fault").isEmpty() && finding.path().matches("(text|structure)(\\W.*)?");
    }

    /** Which kind of document stands in the place of which, and on which nodes. */
    private record Kinds(CheckId check, List<NodeRef> nodes, Optional<String> primary, Optional<String> failover) {}
}
