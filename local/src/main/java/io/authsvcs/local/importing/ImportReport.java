package io.authsvcs.local.importing;

import io.authsvcs.local.administration.ImportedChunk;

/**
 * How an import went.
 *
 * @param existing were there before, and stay as they are
 * @param refused are in no way there
 */
public record ImportReport(long imported, long existing, long refused) {
    static final ImportReport EMPTY = new ImportReport(0, 0, 0);

    ImportReport plus(ImportedChunk chunk) {
        return new ImportReport(
                imported + chunk.imported(),
                existing + chunk.existing(),
                refused + chunk.refused().size());
    }

    ImportReport plusRefused() {
        return new ImportReport(imported, existing, refused + 1);
    }
}
