package org.unlisted.face;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.unlisted.face.embed.EmbeddedFace;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.gallery.Candidate;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.face.gallery.Reference;
import org.unlisted.face.image.Picture;
import org.unlisted.face.scan.ImageScan;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.unlisted.face");

    private static final Set<String> VECTORS =
            Set.of(Embedding.class.getName(), EmbeddedFace.class.getName(), Reference.class.getName());

    private static final Set<String> IDENTITIES =
            Set.of(Candidate.class.getName(), EnroleeId.class.getName(), ImageScan.class.getName());

    @Test
    void onlyItsAdapterImportsDjl() {
        noClasses().that().resideOutsideOfPackage("..face.djl..")
                .should().dependOnClassesThat().resideInAnyPackage("ai.djl..")
                .check(CLASSES);
    }

    @Test
    void onlyItsAdapterImportsLucene() {
        noClasses().that().resideOutsideOfPackage("..face.lucene..")
                .should().dependOnClassesThat().resideInAnyPackage("org.apache.lucene..")
                .check(CLASSES);
    }

    @Test
    void onlyTheVaultKnowsTheCipher() {
        noClasses().that().resideOutsideOfPackage("..face.enrol..")
                .should().dependOnClassesThat().resideInAnyPackage("com.google.crypto..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("org.unlisted.face.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theModuleKnowsNothingOfTheOthers() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("org.unlisted.crawl..", "org.unlisted.takedown..", "org.unlisted.sweep..",
                        "org.unlisted.console..")
                .check(CLASSES);
    }

    @Test
    void noVectorLeavesTheInnerPackages() {
        methods().that().areDeclaredInClassesThat(areOutside("embed", "gallery", "djl", "lucene"))
                .should(notReturnAVector())
                .check(CLASSES);
    }

    @Test
    void nobodyCanAskWhoIsInAPictureButTheBundleScanner() {
        methods().that().areDeclaredInClassesThat(areNotTheScanner())
                .should(notAnswerAPictureWithIdentities())
                .check(CLASSES);
    }

    @Test
    void nothingPrintsButTheBuildsOwnCommand() {
        noClasses().that().resideOutsideOfPackage("..face.convert..")
                .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void everyPublicClassIsFinalOrAContract() {
        classes().that().areTopLevelClasses().and().arePublic().and().areNotInterfaces()
                .should().haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> areOutside(String... packages) {
        return DescribedPredicate.describe("are outside of " + String.join(", ", packages), c -> {
            for (String name : packages)
                if (c.getPackageName().equals("org.unlisted.face." + name)) return false;
            return true;
        });
    }

    private static DescribedPredicate<JavaClass> areNotTheScanner() {
        return DescribedPredicate.describe(
                "are not BundleScanner", c -> !c.getName().equals("org.unlisted.face.scan.BundleScanner"));
    }

    private static boolean reachable(JavaMethod method) {
        return method.getModifiers().contains(PUBLIC) && method.getOwner().getModifiers().contains(PUBLIC);
    }

    private static boolean mentions(JavaType type, Set<String> names) {
        return type.getAllInvolvedRawTypes().stream().anyMatch(t -> names.contains(t.getName()));
    }

    private static ArchCondition<JavaMethod> notReturnAVector() {
        return new ArchCondition<>("not return a vector") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean vector = mentions(method.getReturnType(), VECTORS)
                        || method.getRawReturnType().getName().equals("[F");
                if (reachable(method) && vector)
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " returns a vector"));
            }
        };
    }

    private static ArchCondition<JavaMethod> notAnswerAPictureWithIdentities() {
        return new ArchCondition<>("not answer a picture with identities") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean picture = method.getRawParameterTypes().stream()
                        .anyMatch(p -> p.getName().equals("[B") || p.isEquivalentTo(Picture.class)
                                || p.isAssignableTo(java.io.InputStream.class));
                if (reachable(method) && picture && mentions(method.getReturnType(), IDENTITIES))
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " searches by photo"));
            }
        };
    }
}
