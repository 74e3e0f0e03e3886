package greenpair.match.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.Records;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Preferences;
import greenpair.catalog.Text;
import greenpair.catalog.value.DealSizes;
import greenpair.catalog.value.Money;
import greenpair.index.contract.CityTraits;
import greenpair.match.FirmMaker;
import greenpair.match.Given;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an answer says of preferences, and on what it says that the two sides rest.
class PreferenceReasonsTest {
  private static final PreferenceReasons REASONS = new PreferenceReasons(Given.PHRASES);
  private static final Ranker RANKER = new Ranker(Given.RULES, Given.PHRASES);
  private static final CityTraits HERE = Given.city("here").region("CN-JL").make();
  private static final MatchQuery QUERY =
      Given.query(HERE, Given.BUS).budget(new Money(1e6, 2e6, "USD")).make();
  private static final Text CONFIDENTIAL =
      new Text("A confidential criterion is met.", "符合一项不公开的条件。");

  private static Preferences wanting(Money size, String place) {
    return new Preferences(
        PartialDate.of("2026-05"), size, List.of(place), Given.codes(Given.BUS), List.of(), null);
  }

  private static final Preferences ALL = wanting(new Money(1e6, null, "USD"), "CN");

  private static Ranked ranked(MatchQuery query, FirmMaker firm) {
    return RANKER.score(query, firm.make());
  }

  private static FirmMaker firm() {
    return Given.firm("x", Given.BUS);
  }

  @Test
  void preferencesThatAreMet_areNamed_othersAreACaution() {
    Ranked both = ranked(QUERY, firm().wants(wanting(new Money(1e9, null, "USD"), "CN-JL")));
    assertEquals(
        List.of(
            new Text(
                "The need matches its stated preferences: place, technology.",
                "本需求符合其表明的合作意向：地区、技术。")),
        REASONS.met(both));
    assertEquals(
        new Text(
            "The need does not match its stated preferences: project size. Ask whether it is"
                + " interested.",
            "本需求与其表明的合作意向不符：项目规模。请先询问其是否有意。"),
        REASONS.unmet(both).orElseThrow());
  }

  @Test
  void confidentialPreferences_areMetWithoutTheirNames() {
    Ranked met = ranked(QUERY, firm().wantsInConfidence(ALL));
    assertEquals(List.of(CONFIDENTIAL), REASONS.met(met));
    assertEquals(true, REASONS.unmet(met).isEmpty());
  }

  @Test
  void confidentialBudget_isNotNamed() {
    DealSizes budget = new DealSizes(new Money(1e6, 2e6, "USD"), List.of(), true);
    MatchQuery hidden = Records.with(QUERY, "budget", budget, "stage", Need.Stage.TENDER);
    assertEquals(
        List.of(
            new Text(
                "The need matches its stated preferences: place, technology.",
                "本需求符合其表明的合作意向：地区、技术。"),
            CONFIDENTIAL),
        REASONS.met(ranked(hidden, firm().wants(ALL))));
    // A budget outside the size is not compared, as if nothing were known of it.
    Ranked outside = ranked(hidden, firm().wants(wanting(new Money(1e9, null, "USD"), "CN")));
    assertEquals(true, REASONS.unmet(outside).isEmpty());
  }

  @Test
  void sides_areReciprocalOnlyIfBothHaveSpoken() {
    Answer.Sides both = REASONS.sides(ranked(QUERY, firm().wants(ALL))).orElseThrow();
    assertEquals(true, both.reciprocal());
    assertEquals("双向匹配", String.valueOf(both.says().zh()).substring(0, 4));
    Answer.Sides facts = REASONS.sides(ranked(QUERY, firm())).orElseThrow();
    assertEquals(
        new Answer.Sides(
            false,
            new Text(
                "The partner’s side is computed from facts, not from stated preferences.",
                "合作方一侧的得分由事实推算，并非依据其表明的合作意向。")),
        facts);
    MatchQuery described = Records.with(QUERY, "need", null, "budget", DealSizes.UNKNOWN);
    Answer.Sides partner = REASONS.sides(ranked(described, firm().wants(ALL))).orElseThrow();
    assertEquals(false, partner.reciprocal());
    assertEquals(true, String.valueOf(partner.says().en()).contains("not stated by the city"));
  }

  @Test
  void sides_ofASolution_areNone() {
    Ranked solution = RANKER.score(QUERY, Given.solution("s", Given.BUS).make());
    assertEquals(true, REASONS.sides(solution).isEmpty());
  }
}
