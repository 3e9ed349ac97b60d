package io.authsvcs.local.command;

import io.authsvcs.local.importing.ImportReport;
import io.authsvcs.local.importing.RefusedLines;
import java.io.PrintWriter;

/** The outcome of an import as scripts read it, written as it is read: any number of lines may have been refused. */
final class ImportJson {
    private ImportJson() {}

    static void print(ImportReport report, RefusedLines refused, PrintWriter out) {
        out.print("{\"imported\":" + report.imported() + ",\"existing\":" + report.existing() + ",\"refused\":[");
        Commas commas = new Commas();
        refused.forEachJson(line -> out.print(commas.next() + line));
        out.println("]}");
    }

    /** What stands before each of several. */
    private static final class Commas {
        private String next = "";

        String next() {
            String now = next;
            next = ",";
            return now;
        }
    }
}
