package greenpair.web.program;

import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.learn.LearningResult;
import greenpair.learn.Proposal;
import greenpair.learn.RankingEffect;
import greenpair.learn.WeightLearning;
import greenpair.pages.program.LearningPage;
import greenpair.program.ProgramStore;
import greenpair.program.introduction.Introduction;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.input.Rules;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Proposals of learning. Thread-safe; changes nothing.
public final class LearningHandler {
  private static final int ALL = 100;
  private static final int USUAL = (int) Math.round(ALL * WeightLearning.DEFAULT_LIMIT);

  private final ReadEndpoint reading;
  private final ProgramStore store;
  private final LiveIndex live;
  private final LiveAnswerParts engines;

  /// The last proposal, which each view of the page needs again.
  private volatile @Nullable Made last;

  public LearningHandler(
      ReadEndpoint reading, ProgramStore store, LiveIndex live, LiveAnswerParts engines) {
    this.reading = reading;
    this.store = store;
    this.live = live;
    this.engines = engines;
  }

  private record Made(
      String generation,
      String configuration,
      int move,
      List<Introduction> introductions,
      Proposal proposal) {}

  /// A proposal as it is shown.
  ///
  /// @param inForce null while the experts' own weights hold
  public record View(
      String proposal,
      String generation,
      String configuration,
      double limit,
      List<LearningResult> kinds,
      RankingEffect effect,
      LearningPage.@Nullable InForce inForce) {}

  /// @param move what a weight may move at most, in % of itself
  record Asked(@Rules.Range(min = 1, max = ALL) @Nullable Integer move) {}

  public Route route() {
    return Route.get(
            "/api/v1/learning",
            Access.COORDINATE,
            context ->
                reading.made(
                    context,
                    Asked.class,
                    asked -> view(asked.move() == null ? USUAL : asked.move())))
        .as("learning", Asked.class, View.class);
  }

  /// A proposal and the effective weights.
  ///
  /// @param move what a weight may move at most, in % of itself, 1 to 100
  public View view(int move) {
    try (Snapshot snapshot = live.acquire()) {
      Proposal made = proposal(move, snapshot);
      return new View(
          made.id(),
          made.generation(),
          made.configuration(),
          made.limit(),
          made.kinds(),
          made.effect(),
          LearningPage.InForce.of(learning(snapshot).inForce()));
    }
  }

  /// The maximum change requested by a page, or the default if it is not a number from 1 to 100.
  public static int move(@Nullable String word) {
    boolean isNumber = word != null && word.matches("[0-9]{1,3}");
    int move = isNumber ? Integer.parseInt(Objects.requireNonNull(word)) : USUAL;
    return move < 1 || move > ALL ? USUAL : move;
  }

  private WeightLearning learning(Snapshot snapshot) {
    return engines.of(snapshot.configuration()).learning();
  }

  private Proposal proposal(int move, Snapshot snapshot) {
    List<Introduction> introductions = store.read(records -> records.introductions().all());
    String generation = snapshot.manifest().id();
    Made known = last;
    if (known != null
        && known.generation.equals(generation)
        && known.configuration.equals(snapshot.configuration())
        && known.move == move
        && known.introductions.equals(introductions)) {
      return known.proposal;
    }
    Proposal made = learning(snapshot).propose(introductions, (double) move / ALL, snapshot);
    last = new Made(generation, snapshot.configuration(), move, introductions, made);
    return made;
  }
}
