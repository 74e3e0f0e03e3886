package greenpair.reindex.gate;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.past.Past;
import greenpair.message.Phrases;
import greenpair.reindex.run.BuildResult;
import greenpair.reindex.run.Configuration;
import greenpair.reindex.run.PublishSettings;
import greenpair.reindex.run.RunObserver;
import org.jspecify.annotations.Nullable;

/// Checks a new generation before it is published: compares its counts, its results for judged
/// queries and its shortlists with those of the last one.
public final class PublicationGate {
  private final Configuration configuration;
  private final Path judgements;
  private final PublishSettings settings;
  private final Phrases phrases;
  private final RunObserver watch;
  private final List<Text> faults = new ArrayList<>();
  private final List<Text> notes = new ArrayList<>();
  private final Losses losses;

  /// @param judgements folder of judged queries; it may be missing
  public PublicationGate(Configuration configuration, Path judgements, RunObserver watch) {
    this.configuration = configuration;
    this.judgements = judgements;
    this.settings = configuration.publishing();
    this.phrases = configuration.phrases();
    this.watch = watch;
    this.losses = new Losses(settings, phrases, faults, notes);
  }

  /// The last generation, as far as it can still be queried.
  ///
  /// @param kept its own comparison; null if it did not keep one
  /// @param snapshot null if it is damaged
  /// @param why it cannot be asked; empty if it can
  public record Last(
      String id,
      @Nullable GenerationComparison kept,
      @Nullable Snapshot snapshot,
      @Nullable Text why) {
    /// By source and kind; empty if it did not keep them.
    public Map<String, Map<String, Long>> entries() {
      return kept == null ? Map.of() : kept.entries();
    }
  }

  /// Compares a new generation with the published one.
  ///
  /// @param last null for the first generation of a data folder
  /// @param past of the new one
  public GenerationComparison compare(
      @Nullable Last last, Snapshot after, Past.Finding past, BuildResult built, Instant now)
      throws IOException {
    List<GenerationComparison.Judged> judged = List.of();
    List<GenerationComparison.Change> changes = List.of();
    List<Need> needs = List.of();
    Snapshot before = last == null ? null : last.snapshot();
    if (last == null) {
      note("first", Map.of());
    } else {
      losses.counts(last.entries(), built);
    }
    if (last != null && last.why() != null) {
      note("unasked", Map.of("reason", last.why()));
    }
    if (before != null) {
      losses.replaced(before, after);
    }
    Snapshot asked = last == null || last.why() != null ? null : last.snapshot();
    if (asked != null) {
      watch.stage("asking", 0);
      judged = judged(asked, after);
      needs = Shortlists.sample(after, settings.mostNeeds());
      watch.stage("comparing", needs.size() * (long) Kind.RANKED.size());
      changes = changes(needs, asked, after, built);
    }
    past(past, phrases).ifPresent(notes::add);
    long all = after.manifest().count(Kind.NEED);
    if (asked != null && needs.size() < all) {
      note("sampled", Map.of("count", Phrases.same(needs.size()), "all", Phrases.same(all)));
    }
    return new GenerationComparison(
        last == null ? null : last.id(),
        after.manifest().id(),
        configuration.digests().configuration(),
        now,
        faults.isEmpty(),
        faults,
        notes,
        built.entries(),
        judged,
        settings.places(),
        needs.size(),
        all,
        changes);
  }

  /// What to say of the past of the registries: that the shipped weights stay and why, or that the
  /// ranking predicts it worse than a simpler one.
  static Optional<Text> past(Past.Finding finding, Phrases phrases) {
    Past.Check check = finding.check();
    if (check != null && check.isBelow()) {
      return Optional.of(
          phrases.say(
              "publish.below_other",
              Map.of(
                  "count", Phrases.same(check.choices()),
                  "ranking", figure(check.ranking()),
                  "other", Phrases.same(check.other()),
                  "best", figure(check.best()))));
    }
    return finding.verdict() == Past.Verdict.ESTIMATED
        ? Optional.empty()
        : Optional.of(
            phrases.say(
                "publish.past_" + finding.verdict().word(),
                Map.of("count", Phrases.same(finding.choices()))));
  }

  private void note(String key, Map<String, Text> values) {
    notes.add(phrases.say("publish." + key, values));
  }

  private void fault(String key, Map<String, Text> values) {
    faults.add(phrases.say("publish." + key, values));
  }

  private List<GenerationComparison.Judged> judged(Snapshot before, Snapshot after)
      throws IOException {
    List<GenerationComparison.Judged> judged =
        new JudgedSets(configuration.search(), judgements).ask(before, after);
    for (GenerationComparison.Judged each : judged) {
      if (each.before() - each.after() > settings.margin()) {
        fault(
            "judged",
            Map.of(
                "set", Phrases.same(each.set()),
                "from", figure(each.before()),
                "to", figure(each.after()),
                "margin", Phrases.same(settings.margin())));
      }
    }
    return judged;
  }

  private static Text figure(double value) {
    return Phrases.same(String.format(Locale.ROOT, "%.3f", value));
  }

  private List<GenerationComparison.Change> changes(
      List<Need> needs, Snapshot before, Snapshot after, BuildResult built) {
    Shortlists lists = new Shortlists(configuration.recommender(), settings.places());
    Causes causes = new Causes(before, after, built.places());
    List<GenerationComparison.Change> changes = new ArrayList<>();
    for (Need need : needs) {
      // One that moved to another city has no earlier list of that city.
      boolean isOld =
          before
              .entry(Kind.NEED, need.id())
              .map(each -> ((Need) each).city().equals(need.city()))
              .orElse(false);
      for (Kind kind : Kind.RANKED) {
        watch.row();
        if (isOld && !lists.areAlike(kind, need, before, after)) {
          var was = lists.of(kind, need, before);
          var is = lists.of(kind, need, after);
          if (!was.equals(is)) {
            changes.addAll(
                new ChangedList(kind, need, was, is).changes(causes, before, after, phrases));
          }
        }
      }
    }
    return changes;
  }
}
