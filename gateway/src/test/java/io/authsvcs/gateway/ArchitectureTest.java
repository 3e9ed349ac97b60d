package io.authsvcs.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The walls between the rooms. Each rule holds for the gateway, and is broken by the canary that breaks them all. */
class ArchitectureTest {
    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.authsvcs.gateway");
    private static final JavaClasses CANARY = new ClassFileImporter().importPackages("io.authsvcs.gateway.canary");

    @Test
    void onlyFormatWritesBodies() {
        holds(noClasses()
                .that(resideInAPackage("io.authsvcs.gateway..").and(not(resideInAPackage("..format.."))))
                .should()
                .callMethodWhere(target(nameMatching("writeWith|writeAndFlushWith|setComplete"))
                        .and(target(owner(assignableTo(ReactiveHttpOutputMessage.class)))))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ServerResponse.class));
    }

    @Test
    void onlyUpstreamKnowsCircuitsAndDiscovery() {
        holds(noClasses()
                .that(resideInAPackage("io.authsvcs.gateway..").and(not(resideInAPackage("..upstream.."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.github.resilience4j..",
                        "com.netflix..",
                        "org.springframework.cloud.client..",
                        "org.springframework.cloud.loadbalancer..",
                        "org.springframework.cloud.netflix..")));
    }

    @Test
    void onlyLimitsKnowsBuckets() {
        holds(noClasses()
                .that(resideInAPackage("io.authsvcs.gateway..").and(not(resideInAPackage("..limits.."))))
                .should()
                .dependOnClassesThat(resideInAPackage("io.github.bucket4j..")));
    }

    @Test
    void onlyRecentKnowsHistograms() {
        holds(noClasses()
                .that(resideInAPackage("io.authsvcs.gateway..").and(not(resideInAPackage("..recent.."))))
                .should()
                .dependOnClassesThat(resideInAPackage("org.HdrHistogram..")));
    }

    @Test
    void onlyObservabilityCounts() {
        holds(noClasses()
                .that(resideInAPackage("io.authsvcs.gateway..").and(not(resideInAPackage("..observability.."))))
                .should()
                .dependOnClassesThat(resideInAPackage("io.micrometer..")));
    }

    @Test
    void onlyPipelineHasOrderNumbers() {
        holds(noClasses()
                .that(resideInAPackage("io.authsvcs.gateway..")
                        .and(not(resideInAnyPackage("..pipeline..", "..settings.."))))
                .should()
                .dependOnClassesThat()
                .areAssignableFrom(Order.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Ordered.class));
    }

    @Test
    void ofOurOwnModulesTheGatewayKnowsCommonAlone() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.authsvcs.gateway..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.authsvcs..")
                        .and(not(resideInAnyPackage("io.authsvcs.gateway..", "io.authsvcs.common..")))));
    }

    @Test
    void roomsFormNoCycles() {
        ArchRule rule = slices().matching("io.authsvcs.gateway.(*)..").should().beFreeOfCycles();

        assertThat(rule.evaluate(GATEWAY).getFailureReport().getDetails()).isEmpty();
    }

    private static void holds(ArchRule rule) {
        assertThat(rule.allowEmptyShould(false)
                        .evaluate(GATEWAY)
                        .getFailureReport()
                        .getDetails())
                .isEmpty();
        assertThat(rule.evaluate(CANARY).hasViolation())
                .as("the canary breaks it")
                .isTrue();
    }
}
