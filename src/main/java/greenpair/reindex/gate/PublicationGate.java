package greenpair.reindex.gate;

import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.past.Past;
import greenpair.message.Phrases;
import greenpair.reindex.run.BuildResult;
import greenpair.reindex.run.Configuration;
import greenpair.reindex.run.PublishSettings;
import greenpair.reindex.run.StageReporter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Checks a new generation before it is published: compares its counts, its results for judged
/// queries and its shortlists with those of the last one.
public final class PublicationGate {
  private static final long MOST_IDS = 5_000;

  private final Configuration configuration;
  private final PublishSettings settings;
  private final Phrases phrases;
  private final StageReporter stages;
  private final List<Text> faults = new ArrayList<>();
  private final List<Text> notes = new ArrayList<>();

  public PublicationGate(Configuration configuration, StageReporter stages) {
    this.configuration = configuration;
    this.settings = configuration.publishing();
    this.phrases = configuration.phrases();
    this.stages = stages;
  }

  /// The last generation, as far as it can still be queried.
  ///
  /// @param kept its own comparison; null if it did not keep one
  /// @param snapshot null if it is damaged or of another configuration
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
  public GenerationComparison compare(
      @Nullable Last last, Snapshot after, BuildResult built, Instant now) throws IOException {
    List<GenerationComparison.Judged> judged = List.of();
    List<GenerationComparison.Change> changes = List.of();
    List<Need> needs = List.of();
    Snapshot before = last == null ? null : last.snapshot();
    if (last == null) {
      note("first", Map.of());
    } else {
      counts(last, built);
    }
    if (last != null && last.why() != null) {
      note("unasked", Map.of("reason", last.why()));
    }
    if (before != null) {
      replaced(before, after);
      stages.begin("asking", 0);
      judged = judged(before, after);
      needs = Shortlists.sample(after, settings.mostNeeds());
      stages.begin("comparing", needs.size() * (long) Kind.RANKED.size());
      changes = changes(needs, before, after, built);
    }
    past(configuration.recommender().past(after), phrases).ifPresent(notes::add);
    long all = after.manifest().count(Kind.NEED);
    if (before != null && needs.size() < all) {
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
                "publish.past_" + finding.verdict().name().toLowerCase(Locale.ROOT),
                Map.of("count", Phrases.same(finding.choices()))));
  }

  private void note(String key, Map<String, Text> values) {
    notes.add(phrases.say("publish." + key, values));
  }

  private void fault(String key, Map<String, Text> values) {
    faults.add(phrases.say("publish." + key, values));
  }

  /// What every source gave, kind by kind, and all sources together. A catalog file that is no
  /// longer read may have been split or renamed, so its entries count in the totals only; a
  /// registry that is no longer read has lost all of its entries.
  private void counts(Last last, BuildResult built) {
    Map<String, Map<String, Long>> before = last.entries();
    if (built.entries().isEmpty() && !before.isEmpty()) {
      fault("empty", Map.of("count", Phrases.same(sum(before.values()))));
      return;
    }
    before.forEach(
        (source, kinds) -> {
          Map<String, Long> now = built.entries().get(source);
          Map<String, Text> values =
              Map.of("source", Phrases.same(source), "count", Phrases.same(sum(List.of(kinds))));
          if (now != null) {
            kinds.forEach((kind, count) -> shrunk(source, kind, count, now));
          } else {
            boolean isRegistry = source.startsWith(BuildResult.REGISTRY);
            (isRegistry ? faults : notes)
                .add(phrases.say("publish." + (isRegistry ? "missing" : "dropped"), values));
          }
        });
    if (faults.isEmpty()) {
      Map<String, Long> now = totals(built.entries());
      totals(before).forEach((kind, count) -> shrunk("", kind, count, now));
    }
  }

  private static Map<String, Long> totals(Map<String, Map<String, Long>> entries) {
    Map<String, Long> totals = new TreeMap<>();
    entries
        .values()
        .forEach(kinds -> kinds.forEach((kind, count) -> totals.merge(kind, count, Long::sum)));
    return totals;
  }

  private static long sum(Iterable<Map<String, Long>> counts) {
    long sum = 0;
    for (Map<String, Long> each : counts) {
      sum += each.values().stream().mapToLong(count -> count).sum();
    }
    return sum;
  }

  private void shrunk(String source, String kind, long before, Map<String, Long> now) {
    long after = now.getOrDefault(kind, 0L);
    long lost = before - after;
    if (lost >= settings.least() && lost > settings.shrink() * before) {
      fault(
          "shrunk",
          Map.of(
              "source", source.isEmpty() ? phrases.say("publish.all") : Phrases.same(source),
              "kind", phrases.say("facet.kind." + kind),
              "from", Phrases.same(before),
              "to", Phrases.same(after),
              "share", Phrases.same(Math.round(settings.shrink() * 100))));
    }
  }

  /// Other entries in equal number, as from a wrong file, are a loss of those that were there, and
  /// so are deployments that were completed and no longer are.
  private void replaced(Snapshot before, Snapshot after) {
    for (Kind kind : Kind.values()) {
      if (after.manifest().count(kind) >= before.manifest().count(kind) * (1 - settings.shrink())) {
        lost("replaced", kind, before, id -> true, id -> after.name(kind, id).isPresent());
      }
    }
    lost(
        "unproven",
        Kind.DEPLOYMENT,
        before,
        id -> proves(before, id),
        id -> proves(after, id) || after.name(Kind.DEPLOYMENT, id).isEmpty());
  }

  private static boolean proves(Snapshot snapshot, EntryId id) {
    return snapshot
        .entry(Kind.DEPLOYMENT, id)
        .filter(
            each ->
                each instanceof Deployment work && Deployment.proves(work.grade(), work.status()))
        .isPresent();
  }

  /// Of many entries some thousands are asked for.
  private void lost(
      String fault, Kind kind, Snapshot before, Predicate<EntryId> had, Predicate<EntryId> has) {
    long count = before.manifest().count(kind);
    long step = 1 + count / MOST_IDS;
    long[] seen = {0, 0, 0};
    before.ids(
        kind,
        id -> {
          if (seen[0]++ % step == 0 && had.test(id)) {
            seen[1]++;
            seen[2] += has.test(id) ? 0 : 1;
          }
        });
    double share = seen[1] == 0 ? 0 : (double) seen[2] / seen[1];
    if (share > settings.shrink() && seen[2] * step >= settings.least()) {
      fault(
          fault,
          Map.of(
              "kind", phrases.say("facet.kind." + kind.word()),
              "lost", Phrases.same(seen[2] * step),
              "count", Phrases.same(seen[1] * step),
              "share", Phrases.same(Math.round(settings.shrink() * 100))));
    }
  }

  private List<GenerationComparison.Judged> judged(Snapshot before, Snapshot after)
      throws IOException {
    Path folder = configuration.judgements();
    if (folder == null) {
      note("no_judgements", Map.of());
      return List.of();
    }
    List<GenerationComparison.Judged> judged =
        new JudgedSets(configuration, folder, settings.mostTopics())
            .ask(before, after, stages::check);
    if (judged.isEmpty()) {
      note("no_judgements", Map.of());
    }
    for (GenerationComparison.Judged each : judged) {
      if (each.before() - each.after() > settings.margin()) {
        fault(
            "judged",
            Map.of(
                "set", phrases.say("publish.set." + each.set()),
                "language", phrases.say("publish.language." + each.language()),
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
      boolean isOld =
          before.entry(Kind.NEED, need.id()).isPresent() && before.city(need.city()).isPresent();
      for (Kind kind : Kind.RANKED) {
        stages.row();
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
