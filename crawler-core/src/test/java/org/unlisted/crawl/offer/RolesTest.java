package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolesTest {
    private static final double SURE = 9; // log odds
    private static final double LIKELY = 1; // log odds: (e + 1) / (e + 6) of the price, 43 %

    @TempDir
    Path empty;

    @Test
    void leavesEveryFigureAsItIsWithoutItsFile() throws IOException {
        Sample sample = Sample.of("500 sets, 45, $3 each, 8折", "en");

        assertThat(Roles.load(empty).settle(sample.text(), "en", sample.figures())).isEqualTo(sample.figures());
    }

    @Test
    void makesABareNumberTheSumThatItSoundsLike() {
        assertThat(settled(Roles.Role.PRICE_OF_ONE, "f:bare", SURE, "45 a soul", "en")).containsExactly("45 USD?");
    }

    @Test
    void takesTheCurrencyThatTheTextNamesElsewhere() {
        assertThat(settled(Roles.Role.PRICE_OF_ONE, "f:bare", SURE, "45 a soul, 5€ a thing", "en")).startsWith("45 EUR?");
    }

    @Test
    void guessesNoCurrencyInALanguageThatHasNone() {
        assertThat(settled(Roles.Role.PRICE_OF_ONE, "f:bare", SURE, "45 a soul", "und")).containsExactly("45");
    }

    @Test
    void neverMakesOneASum() {
        assertThat(settled(Roles.Role.PRICE_OF_ONE, "f:bare", SURE, "1 a soul", "en")).containsExactly("1");
    }

    @Test
    void makesABareNumberThePeopleOrPicturesThatItSoundsLike() {
        assertThat(settled(Roles.Role.PERSONS, "f:bare", SURE, "45 souls", "en")).containsExactly("45 PERSON");
        assertThat(settled(Roles.Role.IMAGES, "f:bare", SURE, "45 souls", "en")).containsExactly("45 IMAGE");
    }

    @Test
    void neverMakesHalfAPersonOrALoneOneStock() {
        assertThat(settled(Roles.Role.PERSONS, "f:bare", SURE, "4.5 souls", "en")).containsExactly("4.5");
        assertThat(settled(Roles.Role.PERSONS, "f:bare", SURE, "1 soul", "en")).containsExactly("1");
    }

    @Test
    void neverMakesASumPeopleNorACountASum() {
        assertThat(settled(Roles.Role.PERSONS, "f:sum", SURE, "$45", "en")).containsExactly("45 USD");
        assertThat(settled(Roles.Role.PRICE_OF_ALL, "f:count PERSON", SURE, "45 sets", "en")).containsExactly("45 PERSON");
    }

    @Test
    void takesPeopleForPicturesWhenItIsSure() {
        assertThat(settled(Roles.Role.IMAGES, "f:count PERSON", SURE, "45 sets", "en")).containsExactly("45 IMAGE");
    }

    @Test
    void leavesOutABareNumberThatIsNeither() {
        assertThat(settled(Roles.Role.OTHER, "f:bare", SURE, "45 souls", "en")).containsExactly("aside");
        assertThat(settled(Roles.Role.OTHER, "f:sum", SURE, "$45", "en")).containsExactly("45 USD");
    }

    @Test
    void hearsWhatASumBuys() {
        assertThat(sense(Roles.Role.PRICE_OF_ONE)).isEqualTo(Figure.Sense.ONE);
        assertThat(sense(Roles.Role.PRICE_OF_ALL)).isEqualTo(Figure.Sense.ALL);
        assertThat(sense(Roles.Role.VOLUME_PRICE)).isEqualTo(Figure.Sense.VOLUME);
        assertThat(sense(Roles.Role.OTHER)).isEqualTo(Figure.Sense.UNKNOWN);
    }

    @Test
    void isContentWithAFairLikelihoodWhereNothingElseIsThePrice() {
        assertThat(settled(Roles.Role.PRICE_OF_ONE, "f:bare", LIKELY, "45 a soul", "en")).containsExactly("45 USD?");
        assertThat(settled(Roles.Role.PRICE_OF_ONE, "f:bare", LIKELY, "45 a soul, $9", "en")).containsExactly("45", "9 USD");
    }

    private static Figure.Sense sense(Roles.Role role) {
        Figure figure = roles(role, "f:sum", SURE).settle("$45", "en", Sample.of("$45", "en").figures()).getFirst();
        return ((Figure.Money) figure).sense();
    }

    private static List<String> settled(Roles.Role role, String feature, double weight, String text, String language) {
        return Sample.said(roles(role, feature, weight).settle(text, language, Sample.of(text, language).figures()));
    }

    private static Roles roles(Roles.Role role, String feature, double weight) {
        List<Double> weights = new ArrayList<>();
        for (Roles.Role r : Roles.Role.values()) weights.add(r == role ? weight : 0.0);
        return new Roles(new LinearModel<>(Roles.Role.class, List.of(new LinearModel.Entry(feature, 1, weights)), Surroundings::key));
    }
}
