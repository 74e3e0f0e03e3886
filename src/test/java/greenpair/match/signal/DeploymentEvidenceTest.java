package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Records;
import greenpair.Seeded;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.CaseMaker;
import greenpair.match.Given;
import greenpair.match.RandomPairings;
import greenpair.match.settings.MatchQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeploymentEvidenceTest {
  private static final double EXACT = 1e-12;
  private static final CityTraits HERE =
      Given.city("here").koppen("Dwa").population(1_000_000).make();
  private static final MatchQuery QUERY = Given.query(HERE, Given.BUS).make();

  private static CaseMaker here(String id) {
    return Given.done(id, HERE, Given.BUS);
  }

  private static double evidence(Precedent... cases) {
    return evidence(QUERY, List.of(cases));
  }

  private static double evidence(MatchQuery query, List<Precedent> cases) {
    Candidate candidate = Given.firm("f", Given.BUS).did(cases.toArray(new Precedent[0])).make();
    return Given.read(new DeploymentEvidence(), query, candidate).value();
  }

  @Test
  void noCase_isKnownToBeNone() {
    assertEquals(
        Signal.SignalValue.of(0),
        Given.read(new DeploymentEvidence(), QUERY, Given.firm("f").make()));
  }

  @Test
  void caseOfThisYearHere_countsItsGrade() {
    assertEquals(0.95, evidence(here("d").grade(Grade.A).make()), EXACT);
    assertEquals(0.75, evidence(here("d").grade(Grade.B).make()), EXACT);
    assertEquals(0.45, evidence(here("d").grade(Grade.C).make()), EXACT);
  }

  @Test
  void caseOfTenYearsAgo_countsHalfOfWhatIsAboveTheOldestShare() {
    // 0.75 x (0.4 + 0.6 / 2)
    assertEquals(0.525, evidence(here("d").years(2010, 2016).make()), EXACT);
    assertEquals(0.525, evidence(here("d").years(2016, null).make()), EXACT);
  }

  @Test
  void yearsMissingOrToCome_countAsConfigured() {
    assertEquals(0.525, evidence(here("d").years(null, null).make()), EXACT);
    assertEquals(0.75, evidence(here("d").years(null, 2030).make()), EXACT);
  }

  @Test
  void closedOrUnverifiedCase_countsItsShare() {
    assertEquals(0.375, evidence(here("d").status(Deployment.Status.CLOSED).make()), EXACT);
    assertEquals(0.3, evidence(here("d").verified(false).make()), EXACT);
    Precedent both = here("d").status(Deployment.Status.CLOSED).verified(false).make();
    assertEquals(0.15, evidence(both), EXACT);
  }

  @Test
  void caseInTwinCity_countsByLikenessAndFit() {
    CityTraits twin = Given.city("twin").koppen("Dwa").population(10_000_000).make();
    // TRN: country 0.35 x 1, koppen 0.2 x 1, population 0.35 x 2/3, of 0.9 and shrunk by 0.25 times
    // the middle.
    double likeness = (0.35 + 0.2 + 0.35 * 2 / 3 + 0.25 * 0.5) / (0.9 + 0.25);
    assertEquals(
        0.75 * likeness * 0.4, evidence(Given.done("d", twin, Given.HYDROGEN_BUS).make()), EXACT);
  }

  /// It may undo a proof: where no result is known, a firm must offer all that is wanted.
  @Seeded
  void oneMoreWantedTechnology_neverLowersTheEvidence(Random random) {
    RandomPairings draw = new RandomPairings(random);
    MatchQuery query = draw.query();
    List<String> codes = new ArrayList<>(query.technologies().stream().map(Code::value).toList());
    MatchQuery narrow = Given.query(query.city(), codes.toArray(String[]::new)).make();
    draw.query().technologies().forEach(code -> codes.add(code.value()));
    MatchQuery wide = Given.query(query.city(), codes.toArray(String[]::new)).make();
    Candidate drawn = draw.candidate(Kind.FIRM, "f");
    Candidate firm =
        new Candidate(
            drawn.id(), drawn.traits(), notWrong(drawn.precedents()), drawn.name(), drawn.text());
    double before = Given.read(new DeploymentEvidence(), narrow, firm).value();
    assertTrue(Given.read(new DeploymentEvidence(), wide, firm).value() >= before - EXACT);
  }

  @Seeded
  void oneMoreWantedTechnology_neverLowersAnyCase(Random random) {
    RandomPairings draw = new RandomPairings(random);
    MatchQuery query = draw.query();
    List<Code> more = new ArrayList<>(query.technologies());
    more.addAll(draw.query().technologies());
    Precedent done = draw.precedent(1);
    MatchQuery wider =
        Given.query(query.city(), more.stream().map(Code::value).toArray(String[]::new)).make();
    MatchQuery same =
        Given.query(
                query.city(), query.technologies().stream().map(Code::value).toArray(String[]::new))
            .make();
    assertTrue(
        WeighedCase.of(done, wider, Given.RULES).weight()
            >= WeighedCase.of(done, same, Given.RULES).weight());
  }

  @Test
  void furtherCases_countForLess_strongestFirst() {
    Precedent strong = here("a").make();
    Precedent weak = here("b").grade(Grade.C).make();
    // 1 - (1 - 0.75)(1 - 0.6 x 0.45)
    assertEquals(1 - 0.25 * 0.73, evidence(strong, weak), EXACT);
    assertEquals(1 - 0.25 * 0.73, evidence(weak, strong), EXACT);
  }

  @ParameterizedTest
  @EnumSource(
      value = Deployment.Status.class,
      names = {"FAILED", "PLANNED", "BUILDING"})
  void unfinishedOrFailedCase_ofTheBestGrade_neverCounts(Deployment.Status status) {
    assertEquals(0, evidence(here("d").grade(Grade.A).status(status).make()));
  }

  @Test
  void gradeD_howManyEver_neverCounts() {
    Precedent[] plans =
        IntStream.range(0, 20)
            .mapToObj(i -> here("d" + i).grade(Grade.D).make())
            .toArray(Precedent[]::new);
    assertEquals(0, evidence(plans));
  }

  @Test
  void tenWeakCases_beforeTwoStrong_neverWin() {
    Precedent[] weak =
        IntStream.range(0, 10)
            .mapToObj(i -> here("d" + i).grade(Grade.C).verified(false).make())
            .toArray(Precedent[]::new);
    double two = evidence(here("a").make(), here("b").make());
    assertTrue(evidence(weak) < two, () -> evidence(weak) + " < " + two);
    Precedent[] press =
        IntStream.range(0, 1000)
            .mapToObj(i -> here("d" + i).grade(Grade.C).make())
            .toArray(Precedent[]::new);
    assertTrue(evidence(press) < two, () -> evidence(press) + " < " + two);
  }

  @Test
  void ownCases_hidden_doNotCountAndOthersDo() {
    CityTraits other = Given.city("other").make();
    MatchQuery hiding = Given.query(HERE, Given.BUS).hideOwnCases().make();
    Precedent there = Given.done("b", other, Given.BUS).make();
    assertEquals(0, evidence(hiding, List.of(here("a").make())));
    assertEquals(
        evidence(QUERY, List.of(there)), evidence(hiding, List.of(here("a").make(), there)));
  }

  @Seeded
  void oneMoreCase_thatDidNotGoWrong_neverLowers(Random random) {
    RandomPairings draw = new RandomPairings(random);
    MatchQuery query = draw.query();
    List<Precedent> cases = notWrong(draw.candidate(Kind.FIRM, "f").precedents());
    double before = evidence(query, cases);
    cases.add(notWrong(draw, 99));
    assertTrue(evidence(query, cases) >= before - EXACT, () -> before + " then less");
  }

  @Seeded
  void betterGradeNewerOrCheckedCase_neverLowers(Random random) {
    RandomPairings draw = new RandomPairings(random);
    MatchQuery query = draw.query();
    List<Precedent> cases = notWrong(draw.candidate(Kind.FIRM, "f").precedents());
    Precedent old = notWrong(draw, 50);
    cases.add(old);
    double before = evidence(query, cases);
    int last = cases.size() - 1;
    cases.set(last, with(old, better(old.grade()), old.end()));
    assertTrue(evidence(query, cases) >= before - EXACT, "grade");
    Integer end = old.end();
    if (end != null) {
      cases.set(last, with(old, old.grade(), end + 1));
      assertTrue(evidence(query, cases) >= before - EXACT, "year");
    }
  }

  /// Of what did not go wrong: a failure counts against.
  private static List<Precedent> notWrong(List<Precedent> cases) {
    return new ArrayList<>(
        cases.stream()
            .filter(each -> each.status() == null || !each.status().isFailure())
            .toList());
  }

  private static Precedent notWrong(RandomPairings draw, int number) {
    Precedent drawn = draw.precedent(number);
    while (drawn.status() != null && drawn.status().isFailure()) {
      drawn = draw.precedent(number);
    }
    return drawn;
  }

  private static Grade better(Grade grade) {
    return switch (grade) {
      case A, B -> Grade.A;
      case C -> Grade.B;
      case D -> Grade.C;
    };
  }

  private static Precedent with(
      Precedent old, Grade grade, @org.jspecify.annotations.Nullable Integer end) {
    return Records.with(old, "grade", grade, "end", end, "verified", true);
  }

  @Test
  void cases_weighed_areStrongestFirstThenById() {
    Candidate candidate =
        Given.firm("f", Given.BUS)
            .did(here("z").make(), here("y").make(), here("a").grade(Grade.C).make())
            .make();
    List<String> order =
        WeighedCase.weigh(candidate, QUERY, Given.RULES).stream()
            .map(each -> each.precedent().deployment().value())
            .toList();
    assertEquals(List.of("y", "z", "a"), order);
    assertNotEquals(0, evidence(here("y").make()));
  }
}
