package io.authsvcs.local.chaos;

import io.authsvcs.local.console.Quantities;
import io.authsvcs.local.load.Count;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says which promises were broken, in sentences; none when all were kept. */
record Judge(Promise promise) {
    List<String> broken(Evidence evidence) {
        return Stream.of(
                        breakdown(evidence).stream(),
                        warmUp(evidence.warmUp()).stream(),
                        failures(evidence.count()).stream(),
                        latency(evidence.count()).stream(),
                        evidence.sights().stream().flatMap(sight -> truth(sight).stream()),
                        evidence.figures().stream().flatMap(figure -> figure.complaint().stream()),
                        evidence.complaints().stream(),
                        logins(evidence).stream())
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static Optional<String> breakdown(Evidence evidence) {
        return evidence.breakdown().map(why -> "The fault could not be caused and healed: " + why);
    }

    private static Optional<String> warmUp(Count warmUp) {
        return when(
                warmUp.failures() > 0,
                warmUp.failures() + " of " + warmUp.requests() + " requests failed before anything was done.");
    }

    private static Optional<String> failures(Count count) {
        if (count.requests() == 0) {
            return Optional.of("No request was sent.");
        }
        return when(
                count.failures() > 0,
                count.failures() + " of " + count.requests() + " requests did not end as promised.");
    }

    private Optional<String> latency(Count count) {
        return when(
                count.worst().compareTo(promise.longest()) >= 0,
                "Somebody waited for " + Quantities.seconds(count.worst()) + "; less than "
                        + Quantities.seconds(promise.longest()) + " is promised.");
    }

    private static Optional<String> truth(Sight sight) {
        return when(
                !sight.isInTime(),
                "The status showed that " + sight.fact()
                        + sight.after()
                                .map(after -> " after " + Quantities.seconds(after))
                                .orElse(" never")
                        + "; " + Quantities.seconds(sight.within()) + " is promised.");
    }

    /** A login that nobody was told of may have been done, or not. */
    private static Optional<String> logins(Evidence evidence) {
        if (evidence.loginsInAudit().isEmpty()) {
            return Optional.of("The audit trail could not be read.");
        }
        long audited = evidence.loginsInAudit().get();
        long answered = evidence.count().loginsAnswered() + evidence.warmUp().loginsAnswered();
        long unknown = evidence.count().loginsUnknown() + evidence.warmUp().loginsUnknown();
        return when(
                audited < answered || audited > answered + unknown,
                answered + " logins were answered, and the audit trail has " + audited + ".");
    }

    private static Optional<String> when(boolean broken, String sentence) {
        return broken ? Optional.of(sentence) : Optional.empty();
    }
}
