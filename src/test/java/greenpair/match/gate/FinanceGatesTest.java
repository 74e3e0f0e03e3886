package greenpair.match.gate;

import static greenpair.match.gate.Gating.HERE;
import static greenpair.match.gate.Gating.gate;
import static greenpair.match.gate.Gating.gates;
import static greenpair.match.gate.Gating.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Need;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Money;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.match.AskMaker;
import greenpair.match.FinancierMaker;
import greenpair.match.Given;
import greenpair.match.settings.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Gates of financiers: borrower, membership, instrument, ticket, stage.
class FinanceGatesTest {
  private static Verdict borrower(AskMaker query, String... borrowers) {
    Verdict verdict =
        gates(query, Given.financier("m").borrowers(borrowers).make()).get("borrower");
    return java.util.Objects.requireNonNull(verdict);
  }

  @Test
  void city_mayApplyWhereCitiesMay() {
    assertEquals(Verdict.PASS, borrower(Given.query(HERE, Given.LED), "port", "city"));
  }

  @Test
  void privateClients_borrowFromLendersToFirmsAndOwners_notToCities() {
    AskMaker query =
        Given.query(HERE, Given.LED)
            .text("lamps of building owners")
            .attributes(new Attributes(Map.of(Attribute.CLIENT, List.of("private")), null));
    assertEquals(Verdict.FAIL, borrower(query, "city", "school"));
    assertEquals(Verdict.PASS, borrower(query, "city", "firm"));
    assertEquals(Verdict.PASS, borrower(query, "city", "property_owner"));
  }

  @Test
  void specialApplicant_passesByTechnologyOrWord_elseFails() {
    assertEquals(Verdict.PASS, borrower(Given.query(HERE, "TRN.FRT.SHP"), "port"));
    assertEquals(Verdict.PASS, borrower(Given.query(HERE, Given.BUS).text("Port trucks"), "port"));
    assertEquals(Verdict.PASS, borrower(Given.query(HERE, Given.BUS).text("港口集卡"), "port"));
    assertEquals(Verdict.FAIL, borrower(Given.query(HERE, Given.BUS), "port"));
    assertEquals(
        Verdict.FAIL, borrower(Given.query(HERE, Given.BUS).text("public transport"), "port"));
    assertEquals(
        Verdict.PASS, borrower(Given.query(HERE, Given.BUS).text("Airport buses"), "airport"));
    assertEquals(Verdict.FAIL, borrower(Given.query(HERE, Given.BUS).text("Airport"), "port"));
  }

  @Test
  void otherApplicants_mayConcernTheNeed() {
    assertEquals(Verdict.UNKNOWN, borrower(Given.query(HERE, Given.BUS), "household"));
    assertEquals(Verdict.UNKNOWN, borrower(Given.query(HERE, Given.BUS), "port", "household"));
  }

  @Test
  void borrowersUnstated_isNoGate() {
    assertEquals(null, gates(Given.financier("m").make()).get("borrower"));
  }

  @Test
  void membership_passesOrIsUnknown_neverFails() {
    Candidate fund = Given.financier("m").memberships("C40").make();
    CityTraits member = Given.city("here").member("C40").make();
    assertEquals(Verdict.UNKNOWN, gates(fund).get("membership"));
    assertEquals(Verdict.PASS, gates(Given.query(member, Given.BUS), fund).get("membership"));
    assertTrue(String.valueOf(gate("membership", fund).because().en()).contains("C40"));
  }

  @Test
  void instrument_passesOrIsUnknown_neverFails() {
    AskMaker query = Given.query(HERE, Given.BUS).instruments("FIN.LSE");
    assertEquals(
        Verdict.PASS,
        gates(query, Given.financier("m").instruments("FIN.PPA", "FIN.LSE").make())
            .get("instrument"));
    assertEquals(
        Verdict.UNKNOWN,
        gates(query, Given.financier("m").instruments("FIN.PPA").make()).get("instrument"));
    assertEquals(null, gates(query, Given.financier("m").make()).get("instrument"));
    assertEquals(null, gates(Given.financier("m").instruments("FIN.PPA").make()).get("instrument"));
  }

  @ParameterizedTest
  @CsvSource({
    "10, PASS",
    "100, PASS",
    "9.99, UNKNOWN",
    "1.01, UNKNOWN",
    "1, FAIL",
    "999, UNKNOWN",
    "1000, FAIL",
    "0, FAIL"
  })
  void ticket_tenTimesOutside_fails(double budget, Verdict verdict) {
    AskMaker query = Given.query(HERE, Given.BUS).budget(new Money(budget, budget, "USD"));
    assertEquals(
        verdict,
        gates(query, Given.financier("m").ticket(new Money(10.0, 100.0, "USD")).make())
            .get("ticket"));
  }

  @Test
  void ticketOfOtherCurrency_isNoGate() {
    AskMaker query = Given.query(HERE, Given.BUS).budget(new Money(1.0, 1.0, "CNY"));
    assertEquals(
        null,
        gates(query, Given.financier("m").ticket(new Money(10.0, 100.0, "USD")).make())
            .get("ticket"));
  }

  @ParameterizedTest
  @CsvSource({
    "FTY.PPF, IDEA, PASS",
    "FTY.PPF, CONSTRUCTION, FAIL",
    "FTY.LSG, TENDER, PASS",
    "FTY.LSG, IDEA, FAIL",
    "FTY.XXX, IDEA, UNKNOWN"
  })
  void stage_isAskedByTypeOfFinancier(String type, Need.Stage stage, Verdict verdict) {
    assertEquals(
        verdict,
        gates(Given.query(HERE, Given.BUS).stage(stage), Given.financier("m").type(type).make())
            .get("stage"));
  }

  @Test
  void stageUnknown_isNoGate() {
    assertEquals(null, gates(Given.financier("m").type("FTY.LSG").make()).get("stage"));
    assertEquals(
        null,
        gates(Given.query(HERE, Given.BUS).stage(Need.Stage.IDEA), Given.financier("m").make())
            .get("stage"));
  }

  @Test
  void venture_investsInCompanies_soNoCityMayApply() {
    FinancierMaker fund = Given.financier("v", Given.BUS).type("FTY.VCF");
    assertEquals(Verdict.FAIL, verdict("borrower", Given.query(HERE, Given.BUS), fund.make()));
    fund.borrowers("city");
    assertEquals(Verdict.FAIL, verdict("borrower", Given.query(HERE, Given.BUS), fund.make()));
  }

  @Test
  void lenderToOwners_isCautionedForACity_notForOwners() {
    Candidate lender =
        Given.financier("l", Given.BUS)
            .borrowers("property_owner")
            .ticket(new Money(null, 37_500.0, "USD"))
            .make();
    assertEquals(Verdict.UNKNOWN, verdict("ticket", Given.query(HERE, Given.BUS), lender));
    AskMaker owners = Given.query(HERE, Given.BUS).text("rooftop solar for owners");
    assertEquals(null, verdict("ticket", owners, lender));
  }

  @Test
  void preparationFacility_ofANeedWithoutAStage_saysThatItDoesNotPayForBuilding() {
    Candidate fund = Given.financier("f", Given.BUS).type("FTY.FND").make();
    assertEquals(Verdict.UNKNOWN, verdict("stage", Given.query(HERE, Given.BUS), fund));
    Candidate bank = Given.financier("b", Given.BUS).type("FTY.COM").make();
    assertEquals(null, verdict("stage", Given.query(HERE, Given.BUS), bank));
  }
}
