package io.authsvcs.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A record prints all that it holds, and whatever is printed ends in a log one day. */
class PrintedSecretsTest {
    private static final Pattern SECRET = Pattern.compile(
            ".*(token|password|secret|credential|masterKey|apiKey|challenge)", Pattern.CASE_INSENSITIVE);
    private static final List<String> TEXTS =
            List.of("java.lang.String", Optional.class.getName() + "<java.lang.String>");

    @Test
    void noRecordPrintsASecretThatItHolds() {
        assertThat(holders(new ImportOption.DoNotIncludeTests()))
                .hasSizeGreaterThan(5)
                .noneMatch(PrintedSecretsTest::isPrintedWhole);
    }

    @Test
    void theRuleBites() {
        assertThat(holders(new ImportOption.OnlyIncludeTests()))
                .contains(Careless.class)
                .filteredOn(Careless.class::equals)
                .allMatch(PrintedSecretsTest::isPrintedWhole);
    }

    private static Stream<Class<?>> holders(ImportOption option) {
        return new ClassFileImporter()
                .withImportOption(option).importPackages(PrintedSecretsTest.class.getPackageName()).stream()
                        .filter(JavaClass::isRecord)
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type ->
                                Arrays.stream(type.getRecordComponents()).anyMatch(PrintedSecretsTest::isSecret));
    }

    private static boolean isSecret(RecordComponent component) {
        return TEXTS.contains(component.getGenericType().getTypeName())
                && SECRET.matcher(component.getName()).matches();
    }

    // What javac writes is final; what we write is not.
    private static boolean isPrintedWhole(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("toString") && method.getParameterCount() == 0)
                .map(Method::getModifiers)
                .anyMatch(Modifier::isFinal);
    }

    private record Careless(String refreshToken) {}
}
