package greenpair.web.program;

import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.learn.LearningResult;
import greenpair.learn.Proposal;
import greenpair.learn.ShadowRanking;
import greenpair.learn.ShadowReport;
import greenpair.learn.ShadowRun;
import greenpair.learn.WeightLearning;
import greenpair.match.settings.LearntWeights;
import greenpair.match.settings.RankingSettings;
import greenpair.message.Message;
import greenpair.pages.program.LearningPage;
import greenpair.program.ProgramStore;
import greenpair.program.introduction.Introduction;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Required;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Proposals of learning, and the decisions of coordinators about them. Thread-safe.
public final class LearningHandler {
  private static final int SHOWN = 20;
  private static final int ALL = 100;
  private static final int USUAL = (int) Math.round(ALL * WeightLearning.DEFAULT_LIMIT);
  private static final String MOVE = "move";

  private final ReadEndpoint reading;
  private final WriteEndpoint writing;
  private final ProgramStore store;
  private final LiveIndex live;
  private final LiveAnswerParts engines;
  private final ShadowRun shadow;
  private final ShadowWatch watch;

  /// Taken by each decision from its check to its effect, so that they follow one another.
  private final Lock turn = new ReentrantLock();

  /// The last proposal, which each decision and each view of the page needs again.
  private volatile @Nullable Made last;

  public LearningHandler(
      ReadEndpoint reading,
      WriteEndpoint writing,
      ProgramStore store,
      LiveIndex live,
      LiveAnswerParts engines,
      ShadowRun shadow,
      ShadowWatch watch) {
    this.reading = reading;
    this.writing = writing;
    this.store = store;
    this.live = live;
    this.engines = engines;
    this.shadow = shadow;
    this.watch = watch;
  }

  enum Choice {
    APPROVE(true, true),
    REJECT(true, false),
    WITHDRAW(false, true),
    SHADOW(true, false),
    END_SHADOW(false, false);

    /// Whether it is about the current proposal.
    private final boolean isOfProposal;

    /// Whether it changes the file of learnt weights.
    private final boolean isOfFile;

    Choice(boolean isOfProposal, boolean isOfFile) {
      this.isOfProposal = isOfProposal;
      this.isOfFile = isOfFile;
    }
  }

  private static final Map<String, Choice> CHOICES = ValueParser.words(Choice.values());

  private record Made(
      String generation,
      String configuration,
      int move,
      List<Introduction> introductions,
      Proposal proposal) {}

  /// A proposal as it is shown.
  ///
  /// @param inForce null while the experts' own weights hold
  /// @param cycle the shadow cycle that was started last; null if none was
  /// @param shadowDays days for which a shadow cycle runs by default
  /// @param decisions newest first
  public record View(
      String proposal,
      String generation,
      String configuration,
      double limit,
      List<LearningResult> kinds,
      ShadowRanking shadow,
      LearningPage.@Nullable InForce inForce,
      @Nullable ShadowReport cycle,
      int shadowDays,
      List<LearningPage.Decided> decisions)
      implements ReadEndpoint.View {}

  public void show(Context context) {
    reading.made(
        context,
        (parameters, checks) -> {
          int move = parameters.whole(MOVE, 1, ALL, USUAL);
          return () -> view(move);
        },
        MOVE);
  }

  /// A proposal and what was decided so far.
  ///
  /// @param move what a weight may move at most, in % of itself, 1 to 100
  public View view(int move) {
    List<LearningPage.Decided> decisions =
        store.read(records -> records.audit().ofWeights(SHOWN)).stream()
            .map(LearningPage.Decided::of)
            .toList();
    try (Snapshot snapshot = live.acquire()) {
      Proposal made = proposal(move, snapshot);
      return new View(
          made.id(),
          made.generation(),
          made.configuration(),
          made.limit(),
          made.kinds(),
          made.shadow(),
          LearningPage.InForce.of(learning(snapshot).inForce()),
          shadow.report(snapshot).orElse(null),
          learning(snapshot).experts().shadowDays(),
          decisions);
    }
  }

  /// Whether what is approved or withdrawn can take effect: false for a read-only folder of the
  /// configuration.
  public boolean isWritable() {
    try (Snapshot snapshot = live.acquire()) {
      return learning(snapshot).file().isWritable();
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

  public void decide(Context context) {
    writing.write(context, deciding());
  }

  public WriteEndpoint.RequestParser deciding() {
    return (input, caller) -> {
      BodyFields body = input.body();
      Choice choice = body.choice("decision", CHOICES);
      String named = body.string("proposal");
      String reason = body.string("reason");
      Long move = body.whole(MOVE, 1, ALL);
      Long days = body.whole("days", 0, RankingSettings.MOST_SHADOW_DAYS);
      Required.check(
          body, "decision", Message.of("what.choice", "values", List.copyOf(CHOICES.keySet())));
      if (choice == Choice.REJECT && body.isMissing("reason")) {
        Required.missing(body, "reason", Message.of("learn.what_reason"));
      }
      if (days != null && choice != null && choice != Choice.SHADOW) {
        input.fault(
            "days", days.toString(), Message.of("learn.days"), Message.of("learn.days.next"));
      }
      input.check();
      WeightLearning learning = learning(input.snapshot());
      Proposal proposal = proposal(move == null ? USUAL : move.intValue(), input.snapshot());
      Choice made = Objects.requireNonNull(choice);
      Optional<LearntWeights> tried =
          made == Choice.APPROVE && !proposal.id().equals(named)
              ? shadow.tried(learning.experts()).filter(each -> each.proposal().equals(named))
              : Optional.empty();
      boolean isOfCurrent = made.isOfProposal && tried.isEmpty();
      if (isOfCurrent && !proposal.id().equals(named)) {
        input.fault(
            "proposal",
            named,
            Message.of("learn.stale", "id", proposal.id()),
            Message.of("learn.stale.next"));
      } else if (isOfCurrent && made != Choice.REJECT && proposal.wasRefused()) {
        input.fault(
            "proposal", named, Message.of("learn.nothing"), Message.of("learn.nothing.next"));
      }
      if (made.isOfFile && !learning.file().isWritable()) {
        input.fault(
            "decision",
            null,
            Message.of("learn.read_only"),
            Message.of("learn.read_only.next", "file", LearntWeights.FILE));
      }
      input.check();
      String why = reason == null ? "" : reason;
      if (made == Choice.SHADOW || made == Choice.END_SHADOW) {
        return new ShadowDecision(
            made == Choice.SHADOW,
            proposal,
            days == null ? learning.experts().shadowDays() : days.intValue(),
            why,
            learning,
            watch::lookSoon);
      }
      return new LearningDecision(
          made,
          tried.orElseGet(proposal::weights),
          made == Choice.WITHDRAW ? named : null,
          learning.file(),
          why,
          turn);
    };
  }
}
