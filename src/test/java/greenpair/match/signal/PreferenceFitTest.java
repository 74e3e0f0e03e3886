package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Records;
import greenpair.Seeded;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Preferences;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Money;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.StatedPreferences;
import greenpair.index.contract.Traits;
import greenpair.match.FirmMaker;
import greenpair.match.Given;
import greenpair.match.RandomPairings;
import greenpair.match.rank.Explanation;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a partner has stated that it wants, compared with a need, and its share of the score.
class PreferenceFitTest {
  private static final double EXACT = 1e-12;
  private static final Ranker RANKER = new Ranker(Given.RULES, Given.PHRASES);
  private static final CityTraits HERE = Given.city("here").region("CN-JL").make();
  private static final MatchQuery QUERY = Given.query(HERE, Given.BUS).make();

  private static Preferences wanting(
      @Nullable Money size, List<String> places, List<String> technologies, List<String> clients) {
    return new Preferences(
        PartialDate.of("2026-05"),
        size,
        places,
        Given.codes(technologies.toArray(String[]::new)),
        clients,
        new Preferences.Capacity(3, null));
  }

  private static Preferences places(String... places) {
    return wanting(null, List.of(places), List.of(), List.of());
  }

  private static @Nullable PreferenceFit fit(MatchQuery query, Preferences wanted) {
    Candidate firm = Given.firm("f", Given.BUS).wants(wanted).make();
    return NeedCandidatePair.of(query, firm, Given.RULES).preferences();
  }

  private static double value(MatchQuery query, Preferences wanted) {
    return Objects.requireNonNull(fit(query, wanted)).value();
  }

  @Test
  void place_isTheCountryOrTheRegion() {
    assertEquals(1, value(QUERY, places("CN")));
    assertEquals(1, value(QUERY, places("US", "CN-JL")));
    assertEquals(0, value(QUERY, places("US", "CN-SC")));
    CityTraits somewhere = Given.city("x").region(null).make();
    assertNull(fit(Given.query(somewhere, Given.BUS).make(), places("CN-JL")));
    assertEquals(0, value(Given.query(somewhere, Given.BUS).make(), places("US-CA")));
  }

  @Test
  void technology_isTheBestRelation() {
    List<String> hydrogen = List.of(Given.HYDROGEN_BUS);
    assertEquals(1, value(QUERY, wanting(null, List.of(), List.of(Given.BUS), List.of())));
    assertEquals(0.5, value(QUERY, wanting(null, List.of(), List.of(Given.BUSES), List.of())));
    assertEquals(0.4, value(QUERY, wanting(null, List.of(), hydrogen, List.of())));
    assertEquals(0, value(QUERY, wanting(null, List.of(), List.of(Given.LED), List.of())));
  }

  @Test
  void projectSize_isComparedWithTheBudgetInItsCurrency() {
    MatchQuery query = Given.query(HERE, Given.BUS).budget(new Money(1e6, 2e6, "USD")).make();
    assertEquals(1, value(query, size(1.5e6, 9e6, "USD")));
    assertEquals(1 - Math.log10(5), value(query, size(1e7, 9e7, "USD")), EXACT);
    assertEquals(0, value(query, size(1e9, 2e9, "USD")));
    assertNull(fit(query, size(1e6, 2e6, "CNY")));
    assertNull(fit(QUERY, size(1e6, 2e6, "USD")));
  }

  private static Preferences size(double min, double max, String currency) {
    return wanting(new Money(min, max, currency), List.of(), List.of(), List.of());
  }

  @Test
  void client_isTheShareOfTheNeedsKinds() {
    Attributes attributes =
        new Attributes(Map.of(Attribute.CLIENT, List.of("city", "transit")), null);
    MatchQuery query = Given.query(HERE, Given.BUS).attributes(attributes).make();
    Preferences wanted = wanting(null, List.of(), List.of(), List.of("transit", "port"));
    assertEquals(0.5, value(query, wanted));
    assertNull(fit(QUERY, wanted));
  }

  @Test
  void several_areTheirMean() {
    assertEquals(
        0.5, value(QUERY, wanting(null, List.of("US"), List.of(Given.BUS), List.of("transit"))));
  }

  @Test
  void capacityAlone_isNotCompared() {
    assertNull(fit(QUERY, wanting(null, List.of(), List.of(), List.of())));
    assertNull(
        NeedCandidatePair.of(QUERY, Given.firm("f", Given.BUS).make(), Given.RULES).preferences());
  }

  @Test
  void confidential_countOnlyIfANeedOfTheCatalogMeetsThemAll() {
    Preferences all = wanting(null, List.of("CN"), List.of(Given.BUS), List.of());
    PreferenceFit met = confidential(QUERY, all);
    assertTrue(met != null && met.value() == 1 && met.isConfidential());
    assertNull(confidential(QUERY, wanting(null, List.of("US"), List.of(Given.BUS), List.of())));
    assertNull(confidential(QUERY, wanting(null, List.of("CN"), List.of(Given.BUSES), List.of())));
    assertNull(confidential(described(), all));
    assertNotNull(fit(described(), all));
    String shown = new StatedPreferences(all, true).toString();
    assertFalse(shown.contains("CN"), shown);
  }

  private static MatchQuery described() {
    return Records.with(QUERY, "need", null, "stage", Need.Stage.TENDER);
  }

  private static @Nullable PreferenceFit confidential(MatchQuery query, Preferences wanted) {
    Candidate firm = Given.firm("f", Given.BUS).wantsInConfidence(wanted).make();
    return NeedCandidatePair.of(query, firm, Given.RULES).preferences();
  }

  @Test
  void firmByHand_hasHalfOfItsSideFromItsWord() {
    FirmMaker plain = Given.firm("x", Given.BUS);
    Explanation facts = RANKER.score(QUERY, plain.make()).explanation();
    // RankerTest computes both by hand.
    double share = 0.85;
    double city = share * 0.487;
    double known = share * 0.3585;
    assertEquals(known, Objects.requireNonNull(facts.partner()), 1e-9);
    for (double met : List.of(0.0, 1.0)) {
      Candidate spoken = plain.wants(places(met == 1 ? "CN" : "US")).make();
      Explanation both = RANKER.score(QUERY, spoken).explanation();
      double partner = 0.5 * known + 0.5 * share * met;
      // Each of ten parts is rounded to a millionth.
      assertEquals(partner, Objects.requireNonNull(both.partner()), 5e-6);
      assertEquals(2 * city * partner / (city + partner), both.value(), 1e-5);
      Explanation.Part last = both.parts().getLast();
      assertEquals("preferences", last.signal());
      assertEquals(Side.PARTNER, last.side());
      assertEquals(met, last.value());
      assertTrue(last.known());
    }
  }

  @Seeded
  void score_withPreferences_addsUpAndIsBetweenThoseOfNoneAndAllMet(Random random) {
    RandomPairings draw = new RandomPairings(random);
    MatchQuery query = draw.query();
    for (Kind kind : List.of(Kind.FIRM, Kind.FINANCIER)) {
      Candidate candidate = draw.candidate(kind, "x");
      Ranked ranked = RANKER.score(query, candidate);
      Ranked without = RANKER.score(query, silent(candidate));
      PreferenceFit fit = ranked.pair().preferences();
      if (fit == null) {
        assertEquals(without.explanation(), ranked.explanation());
        continue;
      }
      BigDecimal sum =
          ranked.explanation().parts().stream()
              .map(each -> BigDecimal.valueOf(each.contribution()))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertEquals(0, sum.compareTo(BigDecimal.valueOf(ranked.score())), sum::toString);
      double facts = Objects.requireNonNull(without.explanation().partner());
      double partner = Objects.requireNonNull(ranked.explanation().partner());
      // Less than 1 for a firm of which no good result is known.
      double share =
          ranked.pair().weights(Side.PARTNER).values().stream().mapToDouble(each -> each).sum();
      double met = share * fit.value();
      assertEquals(0.5 * facts + 0.5 * met, partner, 1e-5);
      // A wish that is met at least as well as the facts never lowers a score, and the reverse.
      double change = ranked.score() - without.score();
      assertTrue(met >= facts ? change >= -2e-5 : change <= 2e-5, () -> "by " + change);
      assertTrue(ranked.coverage(java.util.Set.of()) <= 1);
    }
  }

  private static Candidate silent(Candidate of) {
    Traits traits =
        switch (of.traits()) {
          case Traits.OfFirm firm ->
              new Traits.OfFirm(
                  firm.technologies(),
                  firm.verified(),
                  silent(firm.organisation()),
                  firm.role(),
                  firm.roles(),
                  firm.group());
          case Traits.OfFinancier financier ->
              new Traits.OfFinancier(
                  financier.technologies(),
                  financier.verified(),
                  silent(financier.organisation()),
                  financier.type(),
                  financier.instruments(),
                  financier.borrowers(),
                  financier.memberships(),
                  financier.sizes());
          default -> of.traits();
        };
    return new Candidate(of.id(), traits, of.precedents(), of.name(), of.text());
  }

  private static Traits.Organisation silent(Traits.Organisation of) {
    return new Traits.Organisation(
        of.status(),
        of.seen(),
        of.statusVerified(),
        of.market(),
        of.country(),
        of.region(),
        of.place(),
        null);
  }
}
