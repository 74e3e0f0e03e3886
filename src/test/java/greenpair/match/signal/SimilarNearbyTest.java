package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Place;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.Given;
import greenpair.match.rank.Explanation;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.SimilarWorkSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimilarNearbyTest {
  private static final double EXACT = 1e-12;
  private static final SimilarWorkSettings SETTINGS = Given.RULES.ranking().similar();
  private static final double PRIOR = Given.RULES.ranking().prior(SimilarNearby.NAME);
  private static final Place CENTRE = new Place(40, 0);
  private static final CityTraits HERE =
      Given.city("here").country("US").region("US-CA").place(40, 0).make();
  private static final Attributes SOLAR = of("solar");

  private static Attributes of(String feedstock) {
    return new Attributes(Map.of(Attribute.FEEDSTOCK, List.of(feedstock)), null);
  }

  private static MatchQuery query(Attributes wanted) {
    return Given.query(HERE, Given.BUS).attributes(wanted).make();
  }

  private static Precedent done(String id, CityTraits city, Attributes attributes) {
    return Given.done(id, city, Given.BUS).attributes(attributes).make();
  }

  private static double read(Precedent... cases) {
    return Given.read(new SimilarNearby(), query(SOLAR), Given.firm("f").did(cases).make()).value();
  }

  private static double adding(double sum) {
    return PRIOR + (1 - PRIOR) * sum / (sum + SETTINGS.halfNearby());
  }

  @Test
  void caseAlikeInTheCity_countsOneAndTheCountry() {
    assertEquals(adding(1 + SETTINGS.sameCountry()), read(done("d", HERE, SOLAR)), EXACT);
  }

  @Test
  void caseAlikeElsewhere_countsByDistance() {
    Place far = new Place(44, 0);
    CityTraits abroad = Given.city("far").country("CN").place(44, 0).make();
    double ratio = CENTRE.kilometresTo(far) / SETTINGS.nearbyKm();
    assertEquals(adding(1 / (1 + ratio * ratio)), read(done("d", abroad, SOLAR)), EXACT);
  }

  @Test
  void caseWithoutPlace_countsByRegionOrCountry() {
    CityTraits region = Given.city("r").country("US").region("US-CA").make();
    double ratio = Given.RULES.ranking().places().regionKm() / SETTINGS.nearbyKm();
    assertEquals(
        adding(1 / (1 + ratio * ratio) + SETTINGS.sameCountry()),
        read(done("d", region, SOLAR)),
        EXACT);
    CityTraits country = Given.city("c").country("US").region("US-TX").make();
    assertEquals(adding(SETTINGS.sameCountry()), read(done("d", country, SOLAR)), EXACT);
  }

  /// What neither similar work anywhere nor any work nearby can tell.
  @Test
  void similarWorkFarAwayAndOtherWorkHere_isNotSimilarWorkHere() {
    CityTraits far = Given.city("far").country("US").place(30, 0).make();
    double apart = read(done("d1", far, SOLAR), done("d2", HERE, of("hydro")));
    double together = read(done("d1", far, of("hydro")), done("d2", HERE, SOLAR));
    assertTrue(apart < 0.5 && together > 0.9, apart + " and " + together);
  }

  @Test
  void nothingToCompare_isUnknownAndNeedOfUnknownWorkGivesNoWeight() {
    var firm = Given.firm("f", Given.BUS).did(done("d", HERE, SOLAR)).make();
    assertEquals(
        Signal.SignalValue.unraised(PRIOR),
        Given.read(new SimilarNearby(), query(Attributes.NONE), firm));
    Ranker ranker = new Ranker(Given.RULES, Given.PHRASES);
    assertEquals(0, weight(ranker.score(query(Attributes.NONE), firm).explanation()));
    Attributes client = new Attributes(Map.of(Attribute.CLIENT, List.of("public")), null);
    assertEquals(0, weight(ranker.score(query(client), firm).explanation()));
    assertTrue(weight(ranker.score(query(SOLAR), firm).explanation()) > 0);
  }

  private static double weight(Explanation explanation) {
    return explanation.parts().stream()
        .filter(part -> part.signal().equals(SimilarNearby.NAME))
        .mapToDouble(Explanation.Part::weight)
        .sum();
  }

  @Test
  void city_withoutPlaceAndRegion_isUnknown() {
    MatchQuery nowhere =
        Given.query(Given.city("there").country("US").make(), Given.BUS).attributes(SOLAR).make();
    assertEquals(
        Signal.SignalValue.unraised(PRIOR),
        Given.read(
            new SimilarNearby(), nowhere, Given.firm("f").did(done("d", HERE, SOLAR)).make()));
  }
}
