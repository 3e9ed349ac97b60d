package io.authsvcs.local.administration;

import java.util.List;

/**
 * What became of the lines of one call.
 *
 * @param existing were there before, and stay as they are
 * @param refused by their number within the call
 */
public record ImportedChunk(long imported, long existing, List<RefusedLine> refused) {}
