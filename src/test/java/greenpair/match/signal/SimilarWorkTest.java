package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.match.Given;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.SimilarWorkSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static MatchQuery ask(Attributes wanted) {
    return Given.ask(HERE, Given.BUS).attributes(wanted).make();
  }

  private static Precedent done(String id, Attributes attributes) {
    return Given.done(id, HERE, Given.BUS).attributes(attributes).make();
  }

  private static Signal.SignalValue read(MatchQuery ask, Precedent... cases) {
    return Given.read(new SimilarWork(), ask, Given.firm("f").did(cases).make());
  }

  private static double adding(double sum) {
    return PRIOR + (1 - PRIOR) * sum / (sum + SETTINGS.halfCases());
  }

  @Test
  void caseAlikeInAll_countsOne() {
    assertEquals(adding(1), read(ask(WANTED), done("d", WANTED)).value(), EXACT);
  }

  /// Of the known of the need the case has the feedstock, and a size ten times as large is 0 alike.
  @Test
  void caseAlikeInPart_countsItsShareToThePower() {
    double all =
        SETTINGS.weight(Attribute.OWNER) + SETTINGS.weight(Attribute.FEEDSTOCK) + SETTINGS.size();
    double share = SETTINGS.weight(Attribute.FEEDSTOCK) / all;
    assertEquals(
        adding(Math.pow(share, SETTINGS.power())),
        read(ask(WANTED), done("d", attributes("Other", "refuse", 100))).value(),
        EXACT);
  }

  @Test
  void sizeOfAnotherUnit_isNotCompared() {
    Attributes tons = new Attributes(Map.of(), new Attributes.Size(10, "t/d"));
    Attributes megawatts = new Attributes(Map.of(), new Attributes.Size(10, "MW"));
    assertEquals(0, SimilarWork.alike(megawatts, tons, SETTINGS));
    assertEquals(1, SimilarWork.alike(megawatts, megawatts, SETTINGS));
  }

  @Test
  void nothingKnownOfTheNeedOrTheCase_isUnknown() {
    assertEquals(Signal.SignalValue.unknown(PRIOR), read(ask(Attributes.NONE), done("d", WANTED)));
    assertEquals(Signal.SignalValue.unknown(PRIOR), read(ask(WANTED), done("d", Attributes.NONE)));
  }

  @Test
  void needOfUnknownAttributes_givesTheSignalNoWeight() {
    Ranker ranker = new Ranker(Given.RULES, Given.PHRASES);
    var firm = Given.firm("f", Given.BUS).did(done("d", WANTED)).make();
    assertEquals(0, weight(ranker.score(Kind.FIRM, ask(Attributes.NONE), firm)));
    assertTrue(weight(ranker.score(Kind.FIRM, ask(WANTED), firm)) > 0);
  }

  private static double weight(greenpair.match.rank.Ranked ranked) {
    return ranked.explanation().parts().stream()
        .filter(part -> part.signal().equals(SimilarWork.NAME))
        .mapToDouble(greenpair.match.rank.Explanation.Part::weight)
        .sum();
  }

  @Test
  void shared_namesWhatTheMostAlikeCaseHas_andCountsAllThatHaveIt() {
    NeedCandidatePair pairing =
        NeedCandidatePair.of(
            ask(WANTED),
            Given.firm("f")
                .did(
                    done("d1", attributes("Smith & Co", "refuse", 9)),
                    done("d2", attributes("Smith & Co", "refuse", 2)),
                    done("d3", attributes("Other", "refuse", 10)))
                .make(),
            Given.RULES);
    assertEquals(
        Optional.of(new SimilarWork.Shared(Set.of(Attribute.OWNER, Attribute.FEEDSTOCK), 2)),
        SimilarWork.shared(pairing));
  }
}
