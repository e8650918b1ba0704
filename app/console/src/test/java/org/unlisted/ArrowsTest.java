package org.unlisted;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import org.unlisted.console.cli.Unlisted;
import org.unlisted.face.gallery.Candidate;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.face.scan.BundleScanner;
import org.unlisted.face.scan.ImageScan;

/** The star of docs/adr/0001, and rule 1: nothing answers "who is this?". */
class ArrowsTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.unlisted");

    @Test
    void theThreeModulesDoNotKnowEachOther() {
        noClasses().that().resideInAPackage("org.unlisted.crawl..")
                .should().dependOnClassesThat().resideInAnyPackage("org.unlisted.face..", "org.unlisted.takedown..")
                .check(ALL);
        noClasses().that().resideInAPackage("org.unlisted.face..")
                .should().dependOnClassesThat().resideInAnyPackage("org.unlisted.crawl..", "org.unlisted.takedown..")
                .check(ALL);
        noClasses().that().resideInAPackage("org.unlisted.takedown..")
                .should().dependOnClassesThat().resideInAnyPackage("org.unlisted.crawl..", "org.unlisted.face..")
                .check(ALL);
    }

    @Test
    void theModulesDoNotKnowTheApplication() {
        noClasses().that().resideInAnyPackage("org.unlisted.crawl..", "org.unlisted.face..", "org.unlisted.takedown..")
                .should().dependOnClassesThat().resideInAnyPackage("org.unlisted.sweep..", "org.unlisted.console..")
                .check(ALL);
        noClasses().that().resideInAPackage("org.unlisted.sweep..")
                .should().dependOnClassesThat().resideInAPackage("org.unlisted.console..")
                .check(ALL);
    }

    @Test
    void vendorsStayInTheirAdapters() {
        noClasses().that().resideOutsideOfPackage("org.unlisted.crawl.nutch..")
                .should().dependOnClassesThat().resideInAnyPackage("org.apache.nutch..", "org.apache.hadoop..")
                .check(ALL);
        noClasses().that().resideOutsideOfPackage("org.unlisted.face.djl..")
                .should().dependOnClassesThat().resideInAPackage("ai.djl..")
                .check(ALL);
        noClasses().that().resideOutsideOfPackages("org.unlisted.face.lucene..", "org.unlisted.crawl.lucene..")
                .should().dependOnClassesThat().resideInAPackage("org.apache.lucene..")
                .check(ALL);
        noClasses().that().resideOutsideOfPackage("org.unlisted.sweep.bundle..")
                .should().dependOnClassesThat().resideInAPackage("org.apache.commons.compress..")
                .check(ALL);
        noClasses().that().resideOutsideOfPackage("org.unlisted.crawl.signal..")
                .should().dependOnClassesThat().resideInAnyPackage("com.google.i18n..", "com.google.zxing..")
                .check(ALL);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.unlisted.(*).(*)..").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void embeddingsNeverLeaveTheFaceIndex() {
        noClasses().that().resideOutsideOfPackage("org.unlisted.face..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "org.unlisted.face.embed..", "org.unlisted.face.detect..", "org.unlisted.face.djl..",
                        "org.unlisted.face.lucene..")
                .check(ALL);
    }

    @Test
    void aProbeEntersOnlyFromAPictureOfAnOffer() {
        noClasses().that().resideOutsideOfPackages("org.unlisted.sweep.match..", "org.unlisted.face..")
                .should().dependOnClassesThat().areAssignableTo(BundleScanner.class)
                .orShould().dependOnClassesThat().areAssignableTo(ImageScan.class)
                .orShould().dependOnClassesThat().areAssignableTo(Candidate.class)
                .because("rule 1: a probe comes from the capture of an offer or a handed-in bundle")
                .check(ALL);
    }

    @Test
    void noPageAndNoCommandTakesAPhotoAndNamesAPerson() {
        classes().that(resideInAPackage("org.unlisted.console..").and(describe("all", c -> true)))
                .should(haveNoMethodFromBytesToPeople())
                .check(ALL);
        noClasses().that().resideInAPackage("org.unlisted.console.web..")
                .should().dependOnClassesThat().haveFullyQualifiedName("org.springframework.web.multipart.MultipartFile")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("jakarta.servlet.http.Part")
                .because("rule 1: the console has no way in for a photo to be searched")
                .check(ALL);
        methods().that().areDeclaredInClassesThat(assignableTo(Unlisted.class))
                .should().bePackagePrivate().orShould().bePrivate().orShould().haveName("main")
                .check(ALL);
    }

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaClass> haveNoMethodFromBytesToPeople() {
        return new ArchCondition<>("have no method from a picture's bytes to an enrolee") {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaClass type, ConditionEvents events) {
                for (JavaMethod method : type.getMethods()) {
                    boolean takesPicture = method.getRawParameterTypes().stream()
                            .anyMatch(p -> p.isEquivalentTo(byte[].class));
                    boolean namesPeople = method.getReturnType().getAllInvolvedRawTypes().stream()
                            .anyMatch(r -> r.isEquivalentTo(EnroleeId.class));
                    if (takesPicture && namesPeople)
                        events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                }
            }
        };
    }
}
