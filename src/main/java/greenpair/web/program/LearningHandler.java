package greenpair.web.program;

import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.learn.Proposal;
import greenpair.learn.WeightLearning;
import greenpair.match.settings.LearntWeights;
import greenpair.program.ProgramStore;
import greenpair.program.introduction.Introduction;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.input.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Proposals of learning. Thread-safe; changes nothing.
public final class LearningHandler {
  private final ReadEndpoint reading;
  private final ProgramStore store;
  private final LiveIndex live;
  private final LiveAnswerParts answerParts;

  /// The last proposal, which each view of the page needs again.
  private volatile @Nullable Made last;

  public LearningHandler(
      ReadEndpoint reading, ProgramStore store, LiveIndex live, LiveAnswerParts answerParts) {
    this.reading = reading;
    this.store = store;
    this.live = live;
    this.answerParts = answerParts;
  }

  private record Made(
      String generation,
      String configuration,
      List<Introduction> introductions,
      Proposal proposal) {}

  public record LearningView(Proposal proposal, LearntWeights current) {}

  public Route route() {
    return Route.get(
            "/api/v1/learning",
            Access.COORDINATE,
            context -> reading.computed(context, Request.Nothing.class, nothing -> view()))
        .as("learning", Request.Nothing.class, LearningView.class);
  }

  public LearningView view() {
    try (Snapshot snapshot = live.acquire()) {
      WeightLearning learning = answerParts.of(snapshot.configuration()).learning();
      return new LearningView(proposal(learning, snapshot), learning.current());
    }
  }

  private Proposal proposal(WeightLearning learning, Snapshot snapshot) {
    List<Introduction> introductions = store.read(records -> records.introductions().all());
    String generation = snapshot.manifest().id();
    Made known = last;
    if (known != null
        && known.generation.equals(generation)
        && known.configuration.equals(snapshot.configuration())
        && known.introductions.equals(introductions)) {
      return known.proposal;
    }
    Proposal made = learning.propose(introductions, snapshot);
    last = new Made(generation, snapshot.configuration(), introductions, made);
    return made;
  }
}
