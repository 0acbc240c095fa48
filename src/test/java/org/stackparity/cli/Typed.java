package org.stackparity.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** A command that was typed, run in this process, and what came of it. */
record Typed(int exitCode, String out, String err) {

    static Typed parity(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Parity.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int exitCode = command.execute(arguments);
        return new Typed(exitCode, out.toString(), err.toString());
    }

    /** Everything that it said. */
    String text() {
        return out + err;
    }
}
