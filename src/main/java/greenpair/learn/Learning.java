package greenpair.learn;

import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.match.Recommender;
import greenpair.match.Request;
import greenpair.match.phrase.Phrases;
import greenpair.match.rules.RankingSettings;
import greenpair.match.rules.Side;
import greenpair.program.Introduction;
import java.util.ArrayList;
import java.util.List;

/// Learns weights from introductions. Thread-safe; changes nothing.
///
/// A pair is looked at as the index shows it now, with the deployments of its own city hidden: a
/// contract that became a deployment there would otherwise explain itself. What a partner has done
/// elsewhere since the introduction does count.
///
/// @param ranking the experts' settings; the recommender must answer by the same
/// @param limit share of itself by which a weight may move at most, in (0, 1]
public record Learning(
    Recommender recommender, RankingSettings ranking, Phrases phrases, double limit) {
  /// What a weight may move without the approval of a coordinator.
  public static final double UNAPPROVED = 0.2;

  /// Kinds that are introduced to cities.
  public static final List<Kind> KINDS = List.of(Kind.FIRM, Kind.FINANCIER);

  public Learning {
    if (!(limit > 0 && limit <= 1)) {
      throw new IllegalArgumentException(
          "the limit of a move is above 0 and at most 1; got " + limit);
    }
  }

  /// What the outcomes of one kind say.
  ///
  /// @param kind firm or financier
  /// @param introductions of any kind, in any order
  public Learnt learn(Kind kind, List<Introduction> introductions, Snapshot snapshot) {
    Outcomes outcomes =
        Outcomes.of(introductions.stream().filter(each -> each.kind() == kind).toList());
    List<Example> examples = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>(outcomes.leftOut());
    for (Outcome each : outcomes.usable()) {
      Request request = new Request(kind, each.city(), null, each.need(), null, 1, false, true);
      try {
        examples.add(
            Example.of(each, recommender.explain(request, each.partner(), snapshot).explanation()));
      } catch (NotFoundException e) {
        Text because = LearningTexts.missing(String.valueOf(e.getMessage()));
        leftOut.add(new LeftOut(each.introduction(), because));
      }
    }
    return new Learner(kind, signals(kind), limit).learn(examples, leftOut);
  }

  private List<Learner.SignalWeight> signals(Kind kind) {
    List<Learner.SignalWeight> signals = new ArrayList<>();
    for (Side side : Side.values()) {
      ranking
          .weights(kind, side)
          .forEach(
              (name, share) ->
                  signals.add(
                      new Learner.SignalWeight(side, name, phrases.say("signal." + name), share)));
    }
    return signals;
  }
}
