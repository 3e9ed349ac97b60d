package io.authsvcs.local.attack;

import io.authsvcs.local.ProcessStatus;
import io.authsvcs.local.administration.PartnerToken;
import io.authsvcs.local.administration.Partners;
import io.authsvcs.local.fuzz.Complaint;
import io.authsvcs.local.fuzz.Fuzz;
import io.authsvcs.local.fuzz.Names;
import io.authsvcs.local.fuzz.Newcomers;
import io.authsvcs.local.fuzz.Tally;
import io.authsvcs.local.ground.Needs;
import io.authsvcs.local.report.Figure;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requests that nobody should send. */
final class Spoilt {
    private Spoilt() {}

    static Trial trial() {
        return new Trial(
                "fuzz",
                "spoilt requests of every documented call are sent, and each answer is looked at",
                Needs.usual(),
                Spoilt::figures);
    }

    private static List<Figure> figures(Scene scene) {
        Map<String, OptionalLong> before = processes(scene);
        Tally tally = fuzz(scene);
        Map<String, OptionalLong> after = processes(scene);
        return Stream.concat(
                        Stream.of(answered(tally), alive(before, after)),
                        tally.first().stream().map(Spoilt::complaint))
                .toList();
    }

    private static Tally fuzz(Scene scene) {
        Partners partners = scene.cluster().administration().partners();
        PartnerToken partner = partners.create("fuzz " + UUID.randomUUID());
        scene.vault().keep(partner.token());
        scene.commentary().say("sends " + scene.terms().requests() + " spoilt requests");
        try {
            Newcomers newcomers = new Newcomers(scene.cluster().url(), partner.token());
            return new Fuzz(scene.cluster().url(), () -> kept(newcomers.get(), scene.vault()))
                    .run(scene.terms().requests(), scene.terms().seed());
        } finally {
            partners.disable(partner.id());
        }
    }

    private static Names kept(Names names, Vault vault) {
        names.values().entrySet().stream()
                .filter(value -> !value.getKey().equals("email"))
                .forEach(value -> vault.keep(value.getValue()));
        return names;
    }

    private static Map<String, OptionalLong> processes(Scene scene) {
        return scene.cluster().status().processes().stream()
                .collect(Collectors.toMap(ProcessStatus::name, ProcessStatus::pid, (one, other) -> one, TreeMap::new));
    }

    static Figure answered(Tally tally) {
        return new Figure(
                tally.requests() + " spoilt requests were answered " + new TreeMap<>(tally.replies())
                        + ", and there are " + tally.complaints() + " complaints",
                "no status of 500 and more but 503, each body in its call's format and of the status that it says, no"
                        + " word of the inside, an end in time",
                tally.requests() > 0 && tally.isClean());
    }

    static Figure alive(Map<String, OptionalLong> before, Map<String, OptionalLong> after) {
        return new Figure(
                after.equals(before)
                        ? "No process died of it"
                        : "The processes were " + before + " before, and are " + after,
                "nobody dies",
                after.equals(before));
    }

    private static Figure complaint(Complaint complaint) {
        return new Figure(
                "Request " + complaint.number() + ", " + printable(complaint.request()) + ", was answered "
                        + printable(complaint.reply()) + ", which is " + complaint.what(),
                "no complaint",
                false);
    }

    /** Of whatever bytes, what a terminal may be shown. */
    private static String printable(String text) {
        return text.codePoints()
                .mapToObj(
                        code -> code >= ' ' && code < 0x7f ? Character.toString(code) : String.format("\\x%02x", code))
                .collect(Collectors.joining());
    }
}
