package io.authsvcs.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.authsvcs.registry.canary.Canary;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.authsvcs.registry");

    @Test
    void onlyTheProcessItselfIsPublic() {
        holdsAndBites(classes()
                .that()
                .doNotHaveSimpleName("RegistryApplication")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .notBePublic());
    }

    @Test
    void onlyPeeringKnowsTheClientOfEureka() {
        holdsAndBites(noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Peer")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "com.netflix.discovery.."));
    }

    private static void holdsAndBites(ArchRule rule) {
        rule.check(MAIN);
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(Canary.class))
                        .hasViolation())
                .isTrue();
    }
}
