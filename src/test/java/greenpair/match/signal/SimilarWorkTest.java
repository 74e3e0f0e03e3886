package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.index.generation.RegistryPast;
import greenpair.match.Given;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.SimilarWorkSettings;
import org.junit.jupiter.api.Test;

class SimilarWorkTest {
  private static final double EXACT = 1e-12;
  private static final CityTraits HERE = Given.city("here").make();
  private static final SimilarWorkSettings SETTINGS = Given.RULES.ranking().similar();
  private static final double PRIOR = Given.RULES.ranking().prior(SimilarWork.NAME);
  private static final Attributes WANTED = attributes("Smith & Co", "refuse", 10.0);

  private static Attributes attributes(String owner, String feedstock, double megawatts) {
    return new Attributes(
        Map.of(Attribute.OWNER, List.of(owner), Attribute.FEEDSTOCK, List.of(feedstock)),
        new Attributes.Size(megawatts, "MW"));
  }

  private static MatchQuery query(Attributes wanted) {
    return Given.query(HERE, Given.BUS).attributes(wanted).make();
  }

  private static Precedent done(String id, Attributes attributes) {
    return Given.done(id, HERE, Given.BUS).attributes(attributes).make();
  }

  private static Signal.SignalValue read(MatchQuery query, Precedent... cases) {
    return Given.read(new SimilarWork(), query, Given.firm("f").did(cases).make());
  }

  private static double adding(double sum) {
    return PRIOR + (1 - PRIOR) * sum / (sum + SETTINGS.halfCases());
  }

  @Test
  void caseAlikeInAll_countsOne() {
    assertEquals(adding(1), read(query(WANTED), done("d", WANTED)).value(), EXACT);
  }

  /// The case has the feedstock, another owner and a size ten times as large.
  @Test
  void caseAlikeInPart_countsTheOddsOfWhatDiffers() {
    double repeats = SETTINGS.repeats(Attribute.OWNER);
    double drawn = (1 - repeats) * SETTINGS.chance();
    double odds = drawn / (repeats + drawn) * SETTINGS.size();
    assertEquals(
        adding(Math.pow(odds, SETTINGS.power())),
        read(query(WANTED), done("d", attributes("Other", "refuse", 100))).value(),
        EXACT);
  }

  @Test
  void sizeOfAnotherUnit_isNotCompared() {
    Attributes tons = new Attributes(Map.of(), new Attributes.Size(10, "t/d"));
    Attributes megawatts = new Attributes(Map.of(), new Attributes.Size(10, "MW"));
    assertEquals(
        Math.pow(SETTINGS.size(), SETTINGS.power()), SETTINGS.alike(megawatts, tons), EXACT);
    assertEquals(1, SETTINGS.alike(megawatts, megawatts), EXACT);
  }

  /// A firm that repeats itself is told by a rare owner, and not by a client that all have.
  @Test
  void rareWord_tellsMoreThanACommonOne_andOneThatNobodyRepeatsTellsNothing() {
    SimilarWorkSettings past =
        Given.RULES
            .ranking()
            .with(
                new RegistryPast(Set.of(Attribute.OWNER, Attribute.CLIENT))
                    .with("repeats", Map.of(Attribute.OWNER, 0.3, Attribute.CLIENT, 0.0))
                    .with("shares", Map.of(Attribute.OWNER, Map.of("rare", 0.01, "common", 0.5)))
                    .with("size", SETTINGS.size()))
            .similar();
    List<String> other = List.of("other");
    double rare = past.alike(Attribute.OWNER, List.of("rare"), other);
    double common = past.alike(Attribute.OWNER, List.of("common"), other);
    assertTrue(rare < common, rare + " " + common);
    assertEquals(1, past.alike(Attribute.CLIENT, List.of("public"), other), EXACT);
  }

  @Test
  void nothingKnownOfTheNeedOrTheCase_isUnknown() {
    assertEquals(
        Signal.SignalValue.unraised(PRIOR), read(query(Attributes.NONE), done("d", WANTED)));
    assertEquals(
        Signal.SignalValue.unraised(PRIOR), read(query(WANTED), done("d", Attributes.NONE)));
  }

  @Test
  void needOfUnknownAttributes_givesTheSignalNoWeight() {
    Ranker ranker = new Ranker(Given.RULES, Given.PHRASES);
    var firm = Given.firm("f", Given.BUS).did(done("d", WANTED)).make();
    assertEquals(0, weight(ranker.score(query(Attributes.NONE), firm)));
    assertTrue(weight(ranker.score(query(WANTED), firm)) > 0);
  }

  /// The signal would be the prior for every firm, so that a need that says more finds fewer.
  @Test
  void attributesThatNoProjectOfTheRegistryStates_giveTheSignalNoWeight() {
    RankingSettings ranking =
        Given.RULES.ranking().with(new RegistryPast(Set.of(Attribute.FEEDSTOCK)));
    Ranker ranker = new Ranker(Given.RULES.with(ranking), Given.PHRASES);
    var firm = Given.firm("f", Given.BUS).did(done("d", Attributes.NONE)).make();
    Attributes owner = new Attributes(Map.of(Attribute.OWNER, List.of("Smith & Co")), null);
    assertEquals(0, weight(ranker.score(query(owner), firm)));
    assertTrue(weight(ranker.score(query(WANTED), firm)) > 0);
    assertEquals(1, ranking.similar().alike(owner, Attributes.NONE), EXACT);
  }

  private static double weight(greenpair.match.rank.Ranked ranked) {
    return ranked.explanation().parts().stream()
        .filter(part -> part.signal().equals(SimilarWork.NAME))
        .mapToDouble(greenpair.match.rank.Explanation.Part::weight)
        .sum();
  }
}
