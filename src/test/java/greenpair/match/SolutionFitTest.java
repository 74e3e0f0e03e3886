package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.City;
import greenpair.catalog.value.SiteCondition;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.SiteConditions;
import greenpair.match.settings.MatchQuery;
import greenpair.match.signal.Signal;
import greenpair.match.signal.Signals;
import greenpair.match.signal.Suitability;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// [Suitability] with [SiteConditions], `readiness` and `text`.
class SolutionFitTest {
  private static final CityTraits COLD =
      Given.city("cold").koppen("Dwa").zone("severe-cold").population(3_000_000).make();

  private static Signal.SignalValue suits(SolutionMaker solution) {
    return Given.read(new Suitability(), Given.query(COLD, Given.BUS).make(), solution.make());
  }

  @Test
  void conditionToAvoid_thatHolds_isZeroWhateverSuits() {
    assertEquals(
        Signal.SignalValue.of(0),
        suits(
            Given.solution("s").avoid(SiteCondition.SEVERE_COLD).suits(SiteCondition.LARGE_CITY)));
  }

  @Test
  void conditionThatSuits_thatHolds_isOne() {
    assertEquals(
        Signal.SignalValue.of(1),
        suits(Given.solution("s").suits(SiteCondition.HOT, SiteCondition.LARGE_CITY)));
  }

  @Test
  void noKnownSuitingCondition_holds_isLow() {
    assertEquals(
        Signal.SignalValue.of(0.4),
        suits(Given.solution("s").suits(SiteCondition.HOT, SiteCondition.PORT)));
  }

  @Test
  void conditionsUnsaidOrUnknown_areUnknown() {
    Signal.SignalValue unknown =
        Signal.SignalValue.unknown(Given.RULES.ranking().prior(Suitability.NAME));
    assertEquals(unknown, suits(Given.solution("s")));
    assertEquals(unknown, suits(Given.solution("s").suits(SiteCondition.PORT)));
    assertEquals(unknown, suits(Given.solution("s").avoid(SiteCondition.HOT)));
  }

  @ParameterizedTest
  @CsvSource({
    "Dwa, severe-cold, COLD SEVERE_COLD",
    "Dwa, cold, COLD",
    "Dfd, , COLD SEVERE_COLD",
    "ET, , COLD SEVERE_COLD",
    "BSk, , ARID HIGH_SOLAR",
    "BWh, , ARID HIGH_SOLAR HOT",
    "Csb, , HIGH_SOLAR MILD",
    "Cfa, hot-summer-cold-winter, HOT HUMID",
    "Cwb, mild, HUMID MILD",
    "Am, , HOT HUMID",
  })
  void climateClass_givesItsConditions(
      String koppen, @org.jspecify.annotations.Nullable String zone, String conditions) {
    CityMaker city = Given.city("c").koppen(koppen);
    Map<SiteCondition, Boolean> holds =
        SiteConditions.of(zone == null ? city.make() : city.zone(zone).make());
    assertEquals(
        conditions,
        holds.entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(each -> each.getKey().name())
            .sorted()
            .collect(Collectors.joining(" ")));
    assertEquals(7, holds.size());
  }

  @ParameterizedTest
  @CsvSource({"199999, false, true", "200000, false, false", "1000000, true, false"})
  void population_givesSizeOfCity(long count, boolean large, boolean small) {
    assertEquals(
        Map.of(SiteCondition.LARGE_CITY, large, SiteCondition.SMALL_CITY, small),
        SiteConditions.of(Given.city("c").population(count).make()));
  }

  @ParameterizedTest
  @CsvSource({"YES, true", "PARTIAL, true", "NO, false"})
  void heatingNetwork_isOneOrTheOther(City.HeatingNetwork network, boolean there) {
    assertEquals(
        Map.of(SiteCondition.HEATING_NETWORK, there, SiteCondition.NO_HEATING_NETWORK, !there),
        SiteConditions.of(Given.city("c").network(network).make()));
  }

  @Test
  void cityWithoutIndicators_hasNoKnownCondition() {
    assertEquals(Map.of(), SiteConditions.of(Given.city("c").make()));
  }

  @Test
  void readiness_isLevelOverNine() {
    MatchQuery query = Given.query(COLD, Given.BUS).make();
    assertEquals(
        Signal.SignalValue.of(1),
        Given.read(Signals::readiness, query, Given.solution("s").readiness(9).make()));
    assertEquals(
        2.0 / 3,
        Given.read(Signals::readiness, query, Given.solution("s").readiness(6).make()).value());
    assertEquals(
        new Signal.SignalValue(Given.RULES.ranking().prior("readiness"), false, 1 / 9.0),
        Given.read(Signals::readiness, query, Given.solution("s").make()));
  }

  @Test
  void text_isTheBetterOfNameAndText() {
    MatchQuery query = Given.query(COLD, Given.BUS).text("buses").make();
    assertEquals(
        Signal.SignalValue.of(0.7),
        Given.read(Signals::text, query, Given.firm("f").words(0.2, 0.7).make()));
    assertEquals(
        Signal.SignalValue.of(0.6),
        Given.read(Signals::text, query, Given.firm("f").words(0.6, 0.1).make()));
  }

  @Test
  void needWithoutWords_textIsUnknown() {
    assertEquals(
        Signal.SignalValue.unknown(Given.RULES.ranking().prior("text")),
        Given.read(
            Signals::text,
            Given.query(COLD, Given.BUS).text(" \n").make(),
            Given.firm("f").words(1, 1).make()));
  }
}
