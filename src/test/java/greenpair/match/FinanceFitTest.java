package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Seeded;
import greenpair.catalog.value.Money;
import greenpair.index.contract.CityTraits;
import greenpair.match.settings.MatchQuery;
import greenpair.match.signal.Signal;
import greenpair.match.signal.Signals;
import greenpair.match.signal.TicketFit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// [TicketFit] and `instrument`.
class FinanceFitTest {
  private static final double EXACT = 1e-12;
  private static final CityTraits HERE = Given.city("here").make();

  private static Money usd(double min, double max) {
    return new Money(min, max, "USD");
  }

  private static Signal.SignalValue ticket(Money budget, FinancierMaker financier) {
    MatchQuery query = Given.query(HERE, Given.BUS).budget(budget).make();
    return Given.read(new TicketFit(), query, financier.make());
  }

  private static Signal.SignalValue ticket(Money budget, Money ticket) {
    return ticket(budget, Given.financier("m").ticket(ticket));
  }

  @ParameterizedTest
  @CsvSource({
    // budget, ticket, value
    "10, 20, 10, 100, 1",
    "20, 30, 5, 20, 1",
    "1, 5, 10, 100, 0.6989700043360188",
    "200, 300, 10, 100, 0.6989700043360188",
    "1, 1, 10, 100, 0",
    "1, 1, 1000, 2000, 0",
    "0, 0, 10, 100, 0",
    "5000, 5000, 0, 0, 0",
    "0, 0, 0, 0, 1"
  })
  void budget_beforeTicket_losesByTheFactorBetweenNearestEnds(
      double from, double to, double min, double max, double value) {
    Signal.SignalValue reading = ticket(usd(from, to), usd(min, max));
    assertTrue(reading.known());
    assertEquals(value, reading.value(), EXACT);
  }

  @Test
  void openEnd_reachesAnyAmount() {
    assertEquals(1, ticket(usd(1e9, 1e9), new Money(5.0, null, "USD")).value());
    assertEquals(1, ticket(usd(1, 1), new Money(null, 5.0, "USD")).value());
    assertEquals(0.5, ticket(usd(1, 1), new Money(Math.sqrt(10), null, "USD")).value(), EXACT);
  }

  @Test
  void dealsStandIn_onlyWithoutStatedTicket() {
    FinancierMaker observed = Given.financier("m").deals(usd(10, 10), usd(50, 50));
    assertEquals(1, ticket(usd(20, 20), observed).value());
    assertEquals(1 - Math.log10(2), ticket(usd(5, 5), observed).value(), EXACT);
    observed.ticket(usd(1000, 1000));
    assertEquals(0, ticket(usd(20, 20), observed).value());
  }

  @Test
  void dealsWithOpenEnds_openTheSpan() {
    FinancierMaker open =
        Given.financier("m").deals(new Money(10.0, null, "USD"), new Money(null, 5.0, "USD"));
    assertEquals(1, ticket(usd(1, 1), open).value());
    assertEquals(1, ticket(usd(1e12, 1e12), open).value());
  }

  @Test
  void dealsOfTwoCurrencies_thoseOfTheBudgetCount_whicheverStandsFirst() {
    Money yuan = new Money(1e6, 1e9, "CNY");
    for (FinancierMaker mixed :
        List.of(
            Given.financier("m").deals(usd(10, 20), yuan),
            Given.financier("m").deals(yuan, usd(10, 20)))) {
      assertEquals(1 - Math.log10(2), ticket(usd(5, 5), mixed).value(), EXACT);
      assertEquals(1, ticket(new Money(1e7, 1e7, "CNY"), mixed).value());
      assertFalse(ticket(new Money(1.0, 1.0, "EUR"), mixed).known());
    }
  }

  @Test
  void amountsMissingOrOfOtherCurrencies_areUnknown() {
    Signal.SignalValue unknown =
        Signal.SignalValue.unknown(Given.RULES.ranking().prior(TicketFit.NAME));
    assertEquals(unknown, ticket(usd(1, 1), Given.financier("m")));
    assertEquals(unknown, ticket(new Money(1.0, 1.0, "CNY"), usd(1, 1)));
    assertEquals(
        unknown,
        Given.read(
            new TicketFit(),
            Given.query(HERE, Given.BUS).make(),
            Given.financier("m").ticket(usd(1, 1)).make()));
  }

  @Seeded
  void largerGap_neverRaises(Random random) {
    double min = 10 + random.nextDouble() * 90;
    Money ticket = usd(min, min * 2);
    double below = random.nextDouble() * min;
    double further = below * random.nextDouble();
    assertTrue(
        ticket(usd(further, further), ticket).value() <= ticket(usd(below, below), ticket).value());
    double above = 2 * min * (1 + random.nextDouble() * 20);
    double beyond = above * (1 + random.nextDouble());
    assertTrue(
        ticket(usd(beyond, beyond), ticket).value() <= ticket(usd(above, above), ticket).value());
  }

  // instrument

  private static Signal.SignalValue instrument(String[] asked, String... offered) {
    MatchQuery query = Given.query(HERE, Given.BUS).instruments(asked).make();
    return Given.read(Signals::instrument, query, Given.financier("m").instruments(offered).make());
  }

  private static String[] asked(String... codes) {
    return codes;
  }

  @Test
  void askedInstruments_countTheShareThatIsOffered() {
    assertEquals(1, instrument(asked("FIN.LSE"), "FIN.LSE", "FIN.PPA").value());
    assertEquals(0.5, instrument(asked("FIN.LSE", "FIN.PPA"), "FIN.LSE").value(), EXACT);
    assertEquals(Signal.SignalValue.of(0), instrument(asked("FIN.LSE"), "FIN.PPA"));
  }

  @Test
  void relativeInTheTree_countsAsForTechnologies() {
    assertEquals(0.5, instrument(asked("FIN.LSE"), "FIN").value(), EXACT);
    assertEquals(0.9, instrument(asked("FIN"), "FIN.LSE").value(), EXACT);
  }

  @Test
  void instrumentsMissingOnEitherSide_areUnknown() {
    assertFalse(instrument(asked(), "FIN.LSE").known());
    assertFalse(instrument(asked("FIN.LSE")).known());
    assertEquals(Given.RULES.ranking().prior("instrument"), instrument(asked("FIN.LSE")).value());
  }
}
