package greenpair.match.gate;

import static greenpair.match.gate.Gating.GATES;
import static greenpair.match.gate.Gating.OAKLAND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Records;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Profile;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.index.contract.Candidate;
import greenpair.match.Given;
import greenpair.match.settings.Verdict;
import greenpair.match.signal.NeedCandidatePair;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The source that a shown gate cites.
class GateSourceTest {
  private static final Partner SEEN = Records.make(Partner.class, "seen", PartialDate.of("2025"));

  @Test
  void shownGate_citesTheNewestCheckedSourceOfItsOwnField() {
    Provenance existence = new Provenance("a", null, null, true, null);
    Provenance old =
        new Provenance("b", null, "B", PartialDate.of("2021"), null, true, null, List.of("seen"));
    Provenance fresh =
        new Provenance(
            "c", null, "C", PartialDate.of("2025-04"), null, true, null, List.of("seen"));
    Profile profile =
        Records.make(
            Profile.class,
            "id",
            Given.id("m"),
            "name",
            new Text("M", null),
            "provenance",
            List.of(existence, old, fresh));
    Entry firm = new greenpair.catalog.Firm(profile, SEEN, null, List.of(), null, null);
    Provenance alive =
        java.util.Objects.requireNonNull(
            new Gate(Gate.Name.ALIVE, Verdict.PASS, new Text("It is.", null))
                .from(firm, GateSourceTest::noCase)
                .source());
    assertEquals("c", alive.source());
    assertEquals(PartialDate.of("2025-04"), alive.published());
    Provenance market =
        java.util.Objects.requireNonNull(
            new Gate(Gate.Name.MARKET, Verdict.PASS, new Text("It does.", null))
                .from(firm, GateSourceTest::noCase)
                .source());
    assertEquals("a", market.source());
  }

  @Test
  void shownGate_namesTheFirstCheckedSource_andWhetherTheFactWasChecked() {
    Provenance remembered = new Provenance("memory", null, null, false, null);
    LocalDate day = LocalDate.of(2026, 1, 2);
    Provenance register = new Provenance("a register", "7", day, true, "all of it");
    Profile profile =
        Records.make(
            Profile.class,
            "id",
            Given.id("m"),
            "name",
            new Text("M", null),
            "technologies",
            Given.codes(Given.BUS),
            "provenance",
            List.of(remembered, register),
            "unverified",
            java.util.Set.of("market"));
    Entry need = Records.make(Need.class, "profile", profile, "city", Given.id("cn-chengdu"));
    Gate alive =
        new Gate(Gate.Name.ALIVE, Verdict.PASS, new Text("It is.", null))
            .from(need, GateSourceTest::noCase);
    assertEquals(new Provenance("a register", "7", day, true, null), alive.source());
    Gate market =
        new Gate(Gate.Name.MARKET, Verdict.PASS, new Text("It does.", null))
            .from(need, GateSourceTest::noCase);
    assertEquals(new Provenance("a register", "7", day, false, null), market.source());
  }

  @Test
  void tradeCaution_keepsTheSourceOfItsRule() {
    Candidate byd = Given.firm("byd", Given.BUS).seat("CN", null).make();
    Gate procurement =
        GATES
            .of(NeedCandidatePair.of(Given.query(OAKLAND, Given.BUS).make(), byd, Given.RULES))
            .stream()
            .filter(each -> each.gate() == Gate.Name.PROCUREMENT)
            .findFirst()
            .orElseThrow();
    assertEquals(Verdict.UNKNOWN, procurement.verdict());
    Provenance source = java.util.Objects.requireNonNull(procurement.source());
    assertTrue(source.source().startsWith("https://transit.dot.gov/"), source::toString);
    assertEquals("in force since 2021-12-20", source.note());
  }

  private static Entry noCase(EntryId id) {
    throw new IllegalStateException("asked for " + id);
  }
}
