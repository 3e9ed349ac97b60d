package io.authsvcs.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOM = "io.authsvcs.local.";

    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.authsvcs.local");
    private final JavaClasses withTests = new ClassFileImporter().importPackages("io.authsvcs.local");

    private final ArchRule onlyCommandsKnowPicocli = noClasses()
            .that()
            .resideOutsideOfPackage(ROOM + "command")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .allowEmptyShould(false);
    private final ArchRule onlyTheConsoleDrawsBars = noClasses()
            .that()
            .resideOutsideOfPackage(ROOM + "console")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("me.tongfei..", "org.jline..")
            .allowEmptyShould(false);
    private final ArchRule onlyTheDatabaseRoomKnowsPostgres = noClasses()
            .that()
            .resideOutsideOfPackage(ROOM + "database")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "io.zonky..", "org.apache.commons.compress..")
            .allowEmptyShould(false);
    private final ArchRule onlyBreachListsAreFilters = noClasses()
            .that()
            .resideOutsideOfPackage(ROOM + "breach")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.common..")
            .allowEmptyShould(false);
    private final ArchRule onlyTheConsoleAndItsCommandsPrint = noClasses()
            .that()
            .resideOutsideOfPackages(ROOM + "console", ROOM + "command")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .allowEmptyShould(false);
    private final ArchRule processesKnowNothingOfClusters = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOM + "process",
                    ROOM + "database",
                    ROOM + "application",
                    ROOM + "fault",
                    ROOM + "administration",
                    ROOM + "importing",
                    ROOM + "breach",
                    ROOM + "load",
                    ROOM + "fuzz",
                    ROOM + "http",
                    ROOM + "report",
                    ROOM + "proxy")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.authsvcs.local", ROOM + "console", ROOM + "command")
            .allowEmptyShould(false);

    @Test
    void onlyCommandsKnowPicocli() {
        onlyCommandsKnowPicocli.check(ours);
        bites(onlyCommandsKnowPicocli);
    }

    @Test
    void onlyTheConsoleDrawsBars() {
        onlyTheConsoleDrawsBars.check(ours);
        bites(onlyTheConsoleDrawsBars);
    }

    @Test
    void onlyTheDatabaseRoomKnowsPostgres() {
        onlyTheDatabaseRoomKnowsPostgres.check(ours);
        bites(onlyTheDatabaseRoomKnowsPostgres);
    }

    @Test
    void onlyBreachListsAreFilters() {
        onlyBreachListsAreFilters.check(ours);
        bites(onlyBreachListsAreFilters);
    }

    @Test
    void onlyTheConsoleAndItsCommandsPrint() {
        onlyTheConsoleAndItsCommandsPrint.check(ours);
        bites(onlyTheConsoleAndItsCommandsPrint);
    }

    @Test
    void processesKnowNothingOfClusters() {
        processesKnowNothingOfClusters.check(ours);
        bites(processesKnowNothingOfClusters);
    }

    @Test
    void roomsDependOnEachOtherOneWay() {
        slices().matching("io.authsvcs.local.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(false)
                .check(ours);
    }

    /** The canary in the test sources breaks each rule. */
    private void bites(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(withTests))
                .isInstanceOf(AssertionError.class)
                .satisfies(error -> assertThat(error).hasMessageContaining("Canary"));
    }
}
