package org.stackparity.suite.client.host;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stackparity.suite.junit.NotObservedException;

/**
 * What the script printed, taken apart by its frames. The frames begin with a random word that the host learns with the
 * script, so that no file on it can look like one.
 *
 * @param host the host's name and environment, for messages
 * @param parts by key, in the order of the script
 * @param cutOff why the rest is missing; empty where all are there
 */
record HostAnswers(String host, Map<String, Part> parts, Optional<CutOffException> cutOff) {

    /**
     * One answer.
     *
     * @param status the exit status; 0 where it was found
     * @param text as printed, or how the tool said that it failed
     */
    record Part(int status, String text) {
        boolean isFound() {
            return status == 0;
        }

        /** Whether the file that was asked for is not there; false where it cannot be read. */
        boolean isMissing() {
            return !isFound() && text.contains("No such file or directory");
        }
    }

    /**
     * Takes apart what a script printed.
     *
     * @throws NotObservedException if the end of the last part is missing, so that the script did not finish
     */
    static HostAnswers parse(String host, String mark, String printed) {
        Map<String, Part> parts = parts(mark, printed);
        if (!parts.containsKey(HostScript.LAST)) {
            String heard = printed.replace(mark, "").strip();
            throw new NotObservedException("The script on the host " + host + " did not finish; it began with ["
                    + heard.substring(0, Math.min(heard.length(), 200)) + "].");
        }
        return new HostAnswers(host, parts, Optional.empty());
    }

    /** Takes apart what a script had printed when its time was up; the parts that had ended are whole. */
    static HostAnswers untilCutOff(String host, String mark, CutOffException cutOff) {
        return new HostAnswers(host, parts(mark, cutOff.printed()), Optional.of(cutOff));
    }

    private static Map<String, Part> parts(String mark, String printed) {
        Map<String, Part> parts = new LinkedHashMap<>();
        String begin = "\n" + mark + " begin ";
        String end = "\n" + mark + " end ";
        int at = printed.indexOf(begin);
        while (at >= 0) {
            int keyEnd = printed.indexOf('\n', at + 1);
            int textEnd = keyEnd < 0 ? -1 : printed.indexOf(end, keyEnd);
            int statusEnd = textEnd < 0 ? -1 : printed.indexOf('\n', textEnd + 1);
            if (statusEnd < 0) {
                break;
            }
            String key = printed.substring(at + begin.length(), keyEnd);
            int status = Integer.parseInt(
                    printed.substring(textEnd + end.length(), statusEnd).strip());
            parts.put(key, new Part(status, printed.substring(keyEnd + 1, textEnd)));
            at = printed.indexOf(begin, statusEnd);
        }
        return parts;
    }

    /**
     * The answer to a part of the script.
     *
     * @throws NotObservedException if the script did not have this part, or did not come to it
     */
    Part part(String key) {
        Part part = parts.get(key);
        if (part == null && cutOff.isPresent()) {
            throw cutOff.get();
        }
        if (part == null) {
            throw new NotObservedException("The host " + host + " was not asked for [" + key + "] in this pass.");
        }
        return part;
    }

    /**
     * The text of a part.
     *
     * @throws NotObservedException with what the tool said, if it failed
     */
    String text(String key) {
        Part part = part(key);
        if (!part.isFound()) {
            throw new NotObservedException("The host " + host + " did not tell [" + key + "]: ["
                    + part.text().strip() + "].");
        }
        return part.text();
    }
}
