package org.navette.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "org.navette.intake", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_DOMAIN_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage("..fields..", "..submission..", "..number..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "com.mongodb..", "jakarta..")
            .because("what a submission must look like is to be read and tested without a server");

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_TURN_IN_CIRCLES = SlicesRuleDefinition.slices()
            .matching("org.navette.intake.(*)..")
            .should()
            .beFreeOfCycles()
            .because("each feature must be readable by itself");
}
