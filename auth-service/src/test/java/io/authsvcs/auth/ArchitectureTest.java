package io.authsvcs.auth;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.authsvcs.auth";
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final JavaClasses EVERYTHING = new ClassFileImporter().importPackages(ROOT);

    private static final ArchRule ONLY_TOKEN_KNOWS_JWTS = noClasses()
            .that(not(resideInAPackage(ROOT + ".token..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.jsonwebtoken..");

    private static final ArchRule ONLY_ROWS_KNOW_SQL = noClasses()
            .that(not(resideInAPackage(ROOT + ".persistence..")).and(not(nameMatching(".*Rows(\\$.*)?"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.r2dbc..", "org.springframework.r2dbc..", "org.flywaydb.."));

    private static final ArchRule ONLY_CREDENTIAL_HASHES_PASSWORDS = noClasses()
            .that(not(resideInAPackage(ROOT + ".credential..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework.security..",
                    "org.bouncycastle..",
                    "com.nulabinc..",
                    "com.google.common.hash.."));

    private static final ArchRule ONLY_FACTOR_MAKES_CODES = noClasses()
            .that(not(resideInAPackage(ROOT + ".factor..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.eatthepath..");

    private static final ArchRule ONLY_APIS_SPEAK_HTTP = noClasses()
            .that(not(resideInAnyPackage(
                    ROOT + ".http..",
                    ROOT + ".api..",
                    ROOT + ".admin..",
                    ROOT + ".oauth..",
                    ROOT + ".contract..",
                    ROOT + ".startup..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework.http..",
                    "org.springframework.web.reactive..",
                    "org.springframework.web.server.."));

    private static final ArchRule ONLY_STARTUP_KNOWS_THE_REGISTRY = noClasses()
            .that(not(resideInAPackage(ROOT + ".startup..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.netflix..", "org.springframework.cloud.."));

    private static final ArchRule ROOMS_HAVE_NO_CYCLES =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    private static final ArchRule CONTRACTS_DO_NOT_KNOW_EACH_OTHER =
            slices().matching(ROOT + ".contract.(*)..").should().notDependOnEachOther();

    @Test
    void contractsDoNotKnowEachOther() {
        CONTRACTS_DO_NOT_KNOW_EACH_OTHER.check(PRODUCT);
    }

    @Test
    void onlyTheTokenRoomKnowsTheJwtLibrary() {
        ONLY_TOKEN_KNOWS_JWTS.check(PRODUCT);
    }

    @Test
    void onlyRowsAndPersistenceKnowTheDatabaseDriver() {
        ONLY_ROWS_KNOW_SQL.check(PRODUCT);
    }

    @Test
    void onlyTheCredentialRoomHashesPasswords() {
        ONLY_CREDENTIAL_HASHES_PASSWORDS.check(PRODUCT);
    }

    @Test
    void onlyTheFactorRoomKnowsTheLibraryOfCodes() {
        ONLY_FACTOR_MAKES_CODES.check(PRODUCT);
    }

    @Test
    void onlyTheApisSpeakHttp() {
        ONLY_APIS_SPEAK_HTTP.check(PRODUCT);
    }

    @Test
    void onlyStartupKnowsTheRegistry() {
        ONLY_STARTUP_KNOWS_THE_REGISTRY.check(PRODUCT);
    }

    @Test
    void roomsDependOnEachOtherInOneDirection() {
        ROOMS_HAVE_NO_CYCLES.check(PRODUCT);
    }

    @Test
    void theRulesBite() {
        for (ArchRule rule : new ArchRule[] {
            ONLY_TOKEN_KNOWS_JWTS,
            ONLY_ROWS_KNOW_SQL,
            ONLY_CREDENTIAL_HASHES_PASSWORDS,
            ONLY_FACTOR_MAKES_CODES,
            ONLY_APIS_SPEAK_HTTP,
            ONLY_STARTUP_KNOWS_THE_REGISTRY
        }) {
            assertThat(rule.evaluate(EVERYTHING).getFailureReport().getDetails())
                    .as(rule.getDescription())
                    .anyMatch(detail -> detail.contains(Canary.class.getSimpleName()));
        }
    }
}
