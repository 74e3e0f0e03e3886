package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.Given;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import org.junit.jupiter.api.Test;

/// Cases of another project type than that of the need.
class EvidenceTypeTest {
  private static final double EXACT = 1e-12;
  private static final CityTraits HERE = Given.city("here").make();
  private static final double OTHER =
      Given.RULES
          .ranking()
          .similar()
          .alike(Attribute.PROJECT_TYPE, List.of("electricity"), List.of("boiler"));
  private static final MatchQuery QUERY =
      Given.query(HERE, Given.BUS).attributes(types("electricity", "gas_engine")).make();

  private static Attributes types(String... words) {
    return words.length == 0
        ? Attributes.NONE
        : new Attributes(Map.of(Attribute.PROJECT_TYPE, List.of(words)), null);
  }

  private static Precedent done(String id, String... types) {
    return Given.done(id, HERE, Given.BUS).attributes(types(types)).make();
  }

  private static Candidate firm(Precedent... cases) {
    return Given.firm("f", Given.BUS).did(cases).make();
  }

  private static double evidence(MatchQuery query, Precedent... cases) {
    return Given.read(new DeploymentEvidence(), query, firm(cases)).value();
  }

  @Test
  void caseOfTheType_orOfAnUnknownType_countsInFull() {
    assertEquals(0.75, evidence(QUERY, done("d", "electricity", "gas_engine")), EXACT);
    assertEquals(0.75, evidence(QUERY, done("d")), EXACT);
    assertEquals(0.75, evidence(Given.query(HERE, Given.BUS).make(), done("d", "boiler")), EXACT);
  }

  @Test
  void caseOfAnotherType_countsItsShare() {
    assertEquals(0.75 * OTHER, evidence(QUERY, done("d", "boiler")), EXACT);
    assertEquals(
        0.75 * (OTHER + (1 - OTHER) / 2), evidence(QUERY, done("d", "electricity")), EXACT);
  }

  /// Cogeneration is electricity and heat; a plant for electricity alone is a part of it.
  @Test
  void caseOfATypeThatIncludesTheWanted_countsAsOne() {
    MatchQuery electricity = Given.query(HERE, Given.BUS).attributes(types("electricity")).make();
    MatchQuery both = Given.query(HERE, Given.BUS).attributes(types("cogeneration")).make();
    assertEquals(0.75, evidence(electricity, done("d", "cogeneration")), EXACT);
    assertEquals(0.75 * (OTHER + (1 - OTHER) / 2), evidence(both, done("d", "heat")), EXACT);
  }

  @Test
  void weakestCaseByType_isTheLast() {
    double both = evidence(QUERY, done("a", "boiler"), done("b", "electricity", "gas_engine"));
    assertEquals(1 - 0.25 * (1 - 0.6 * 0.75 * OTHER), both, EXACT);
  }

  @Test
  void caseOfAnotherType_provesNothingAlone() {
    Ranked ranked = new Ranker(Given.RULES, Given.PHRASES).score(QUERY, firm(done("d", "boiler")));
    assertFalse(ranked.isProven());
    assertTrue(ranked.tookPart());
  }

  @Test
  void onlyOtherTypes_areSaid() {
    assertTrue(isOfOtherTypes(done("a", "boiler"), done("b", "turbine")));
    assertFalse(isOfOtherTypes(done("a", "boiler"), done("b", "electricity")));
    assertFalse(isOfOtherTypes(done("a", "boiler"), done("b")));
    assertFalse(isOfOtherTypes());
  }

  private static boolean isOfOtherTypes(Precedent... cases) {
    return DeploymentEvidence.isOfOtherTypes(NeedCandidatePair.of(QUERY, firm(cases), Given.RULES));
  }

  @Seeded
  void oneMoreCase_ofAnyType_neverLowers(Random random) {
    List<List<String>> all =
        List.of(
            List.of(), List.of("boiler"), List.of("electricity", "boiler"), List.of("electricity"));
    List<Precedent> cases = new ArrayList<>();
    double before = 0;
    for (int i = 0; i < 6; i++) {
      String[] types = all.get(random.nextInt(all.size())).toArray(String[]::new);
      cases.add(done("d" + i, types));
      double after = evidence(QUERY, cases.toArray(Precedent[]::new));
      assertTrue(after >= before - EXACT, () -> "one more of " + List.of(types) + " lowered it");
      before = after;
    }
  }
}
