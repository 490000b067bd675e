package org.navette.router;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.navette.router", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_DOMAIN_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage("org.navette.router.recipients", "org.navette.router.tickets")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "io.confluent..", "org.rocksdb..")
            .because("who decides what becomes of a ticket must be readable and testable without a broker");

    @ArchTest
    static final ArchRule THE_TOPOLOGY_KNOWS_NO_SPRING = noClasses()
            .that()
            .resideInAPackage("org.navette.router.topology")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "io.micrometer..", "org.navette.router.streams")
            .because("a topology is a function of its serdes and settings");
}
