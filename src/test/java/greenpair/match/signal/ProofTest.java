package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Records;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Need;
import greenpair.catalog.Profile;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.value.Fuel;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.Given;
import greenpair.match.settings.MatchQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What counts as proof for a need, and what counts against.
class ProofTest {
  private static final CityTraits HERE = Given.city("cn-jilin").make();
  private static final CityTraits ELSEWHERE = Given.city("cn-harbin").make();
  private static final Provenance NEED_PAGE = source("https://example.org/need");
  private static final Provenance OTHER_PAGE = source("https://example.org/case");

  private static Provenance source(String address) {
    return new Provenance(address, null, null, true, null);
  }

  @SuppressWarnings("NullAway") // It misreads the annotation of a nested type in a record.
  private static MatchQuery query() {
    Profile profile =
        Records.make(
            Profile.class,
            "id",
            new EntryId("n1"),
            "name",
            new Text("Clean heat", null),
            "technologies",
            List.of(new Code(Given.BUS)),
            "provenance",
            List.of(NEED_PAGE));
    Need need =
        Records.make(
            Need.class, "profile", profile, "city", HERE.id(), "excludes", List.of(Fuel.COAL));
    return Records.with(Given.query(HERE, Given.BUS).make(), "need", need.id(), "stated", need);
  }

  private static Precedent done(
      Deployment.@Nullable Status status, List<Fuel> uses, Provenance... sources) {
    return Records.with(
        Given.done("d1", ELSEWHERE, Given.BUS).status(status).make(),
        "start",
        query().asOf(),
        "uses",
        uses,
        "sources",
        Provenance.checked(List.of(sources)));
  }

  private static double weight(Precedent precedent) {
    return WeighedCase.of(precedent, query(), Given.RULES).weight();
  }

  private static double evidence(Precedent... precedents) {
    Candidate plain = Given.firm("f", Given.BUS).make();
    Candidate firm =
        new Candidate(plain.id(), plain.traits(), List.of(precedents), plain.name(), plain.text());
    return new DeploymentEvidence().read(NeedCandidatePair.of(query(), firm, Given.RULES)).value();
  }

  @Test
  void caseOnTheNeedsOwnPage_provesNothing_unlessAnotherPageShowsIt() {
    assertEquals(0, weight(done(null, List.of(), NEED_PAGE)));
    assertTrue(weight(done(null, List.of(), OTHER_PAGE)) > 0);
    assertTrue(weight(done(null, List.of(), NEED_PAGE, OTHER_PAGE)) > 0);
  }

  @Test
  void caseThatBurnsWhatTheNeedExcludes_provesNothing() {
    assertEquals(0, weight(done(null, List.of(Fuel.COAL), OTHER_PAGE)));
    assertTrue(weight(done(null, List.of(Fuel.GAS), OTHER_PAGE)) > 0);
  }

  @Test
  void failure_takesAShareOfTheProofAway_byItsFormula() {
    Precedent good = done(Deployment.Status.OPERATING, List.of(), OTHER_PAGE);
    Precedent bad = done(Deployment.Status.FAILED, List.of(), OTHER_PAGE);
    double proof = evidence(good);
    double against = WeighedCase.of(bad, query(), Given.RULES).against();
    double share = Given.RULES.ranking().cases().failureShare();
    assertEquals(0, WeighedCase.of(bad, query(), Given.RULES).weight());
    assertEquals(weight(good), against, 1e-12, "what would have been proof");
    assertEquals(proof * (1 - share * against), evidence(good, bad), 1e-12);
    assertEquals(0, evidence(bad));
  }

  @Test
  void withdrawal_countsAgainst_andAPlanDoesNot() {
    assertTrue(
        WeighedCase.of(done(Deployment.Status.WITHDRAWN, List.of()), query(), Given.RULES).against()
            > 0);
    assertFalse(
        WeighedCase.of(done(Deployment.Status.PLANNED, List.of()), query(), Given.RULES).against()
            > 0);
  }
}
