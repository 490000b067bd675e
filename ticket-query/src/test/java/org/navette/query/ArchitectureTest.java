package org.navette.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.navette.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FACTS_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("..query.facts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "com.mongodb..", "org.bson..")
            .because("what facts make of a ticket must be the same whoever stores or carries them");

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_NO_LOG = noClasses()
            .that()
            .resideInAPackage("..query.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "..query.consumption..", "..query.listing..")
            .because("a rebuild fills it another way");

    @ArchTest
    static final ArchRule LISTS_DONT_NEED_THE_CONSUMER = noClasses()
            .that()
            .resideInAPackage("..query.listing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..query.consumption..")
            .because("lists are served while nothing is consumed");
}
