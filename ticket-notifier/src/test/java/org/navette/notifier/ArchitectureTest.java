package org.navette.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.navette.notifier", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule letters_and_progress_are_plain_java = noClasses()
            .that()
            .resideInAnyPackage("..letter..", "..progress..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.kafka..",
                    "io.confluent..",
                    "jakarta.mail..",
                    "org.thymeleaf..")
            .because("what is told, and in which order, must be testable and readable without a broker or a server");

    @ArchTest
    static final ArchRule mail_knows_nothing_of_kafka = noClasses()
            .that()
            .resideInAnyPackage("..smtp..", "..template..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "..delivery..")
            .because("the mail server could be fed from anywhere");
}
