package org.unlisted.takedown;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Who may know whom. The code that writes letters must not be able to see an embedding. */
class ArrowsTest {
    private static final JavaClasses MODULE = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void knowsNeitherTheCrawlerNorTheGalleryNorTheApplication() {
        assertThat(MODULE).hasSizeGreaterThan(30);
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage(
                        "org.unlisted.crawl..", "org.unlisted.face..", "org.unlisted.sweep..", "org.unlisted.console..")
                .check(MODULE);
    }

    @Test
    void hasNoCyclesBetweenItsPackages() {
        slices().matching("org.unlisted.takedown.(*)..").should().beFreeOfCycles().check(MODULE);
    }

    @Test
    void sightingsKnowNobody() {
        noClasses().that().resideInAPackage("..sighting..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("..cases..", "..evidence..", "..notice..", "..channel..")
                .check(MODULE);
    }

    @Test
    void keepsTheVendorsWhereTheyBelong() {
        noClasses().that().resideOutsideOfPackage("..evidence..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("org.netpreserve..", "com.google.crypto.tink..", "com.drew..", "java.awt..")
                .check(MODULE);
        noClasses().that().resideOutsideOfPackage("..notice..")
                .should().dependOnClassesThat().resideInAnyPackage("com.samskivert..")
                .check(MODULE);
    }

    @Test
    void hasNoDoorToTheNetwork() {
        noClasses().should().dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould().dependOnClassesThat().resideInAnyPackage("java.net.http..")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.net.URLConnection")
                .check(MODULE);
    }
}
