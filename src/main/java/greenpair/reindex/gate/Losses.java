package greenpair.reindex.gate;

import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.message.Phrases;
import greenpair.reindex.run.BuildResult;
import greenpair.reindex.run.PublishSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a new generation lost of the entries of the last one.
///
/// @param faults is added to
/// @param notes is added to
record Losses(PublishSettings settings, Phrases phrases, List<Text> faults, List<Text> notes) {
  private static final long MOST_IDS = 5_000;

  /// What every source gave, kind by kind, and all sources together. A catalog file that is no
  /// longer read may have been split or renamed, so its entries count in the totals only; a
  /// registry that is no longer read has lost all of its entries.
  void counts(Map<String, Map<String, Long>> before, BuildResult built) {
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
            kinds.keySet().forEach(key -> shrunk(source, key, kinds, now));
          } else {
            boolean isRegistry = source.startsWith(BuildResult.REGISTRY);
            (isRegistry ? faults : notes)
                .add(phrases.say("publish." + (isRegistry ? "missing" : "dropped"), values));
          }
        });
    if (faults.isEmpty()) {
      Map<String, Long> now = totals(built.entries());
      Map<String, Long> all = totals(before);
      all.keySet().forEach(key -> shrunk("", key, all, now));
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
      sum += Stream.of(Kind.values()).mapToLong(kind -> each.getOrDefault(kind.word(), 0L)).sum();
    }
    return sum;
  }

  /// A state, such as that of open needs, is told only if its kind did not shrink.
  private void shrunk(String source, String key, Map<String, Long> before, Map<String, Long> now) {
    int state = key.indexOf('.');
    String word = state < 0 ? key : key.substring(0, state);
    if (isLost(key, before, now) && (state < 0 || !isLost(word, before, now))) {
      Text kind = phrases.say("facet.kind." + word);
      fault(
          "shrunk",
          Map.of(
              "source",
              source.isEmpty() ? phrases.say("publish.all") : Phrases.same(source),
              "kind",
              state < 0
                  ? kind
                  : phrases.say("publish.state." + key.substring(state + 1), Map.of("kind", kind)),
              "from",
              Phrases.same(before.getOrDefault(key, 0L)),
              "to",
              Phrases.same(now.getOrDefault(key, 0L)),
              "share",
              Phrases.same(Math.round(settings.shrink() * 100))));
    }
  }

  private boolean isLost(String key, Map<String, Long> before, Map<String, Long> now) {
    long count = before.getOrDefault(key, 0L);
    long lost = count - now.getOrDefault(key, 0L);
    return lost >= settings.least() && lost > settings.shrink() * count;
  }

  /// Other entries in equal number, as from a wrong file, are a loss of those that were there.
  /// Other figures are only told.
  void replaced(Snapshot before, Snapshot after) {
    for (Kind kind : Kind.values()) {
      if (after.manifest().count(kind) >= before.manifest().count(kind) * (1 - settings.shrink())) {
        lost(faults, "replaced", kind, before, id -> after.name(kind, id).isPresent());
      }
    }
    Predicate<EntryId> isSame =
        id -> {
          Optional<List<?>> now = figures(after, id);
          return now.isEmpty() || now.equals(figures(before, id));
        };
    lost(notes, "figures", Kind.DEPLOYMENT, before, isSame);
  }

  private static Optional<List<?>> figures(Snapshot snapshot, EntryId id) {
    return snapshot
        .entry(Kind.DEPLOYMENT, id)
        .map(each -> (Deployment) each)
        .map(each -> Arrays.asList(each.quantity(), each.attributes(), each.results()));
  }

  /// Of many entries some thousands are asked for.
  private void lost(
      List<Text> told, String key, Kind kind, Snapshot before, Predicate<EntryId> has) {
    long count = before.manifest().count(kind);
    long step = 1 + count / MOST_IDS;
    long[] seen = {0, 0, 0};
    before.ids(
        kind,
        id -> {
          if (seen[0]++ % step == 0) {
            seen[1]++;
            seen[2] += has.test(id) ? 0 : 1;
          }
        });
    double share = seen[1] == 0 ? 0 : (double) seen[2] / seen[1];
    if (share > settings.shrink() && seen[2] * step >= settings.least()) {
      Map<String, Text> values =
          Map.of(
              "kind", phrases.say("facet.kind." + kind.word()),
              "lost", Phrases.same(seen[2] * step),
              "count", Phrases.same(seen[1] * step),
              "share", Phrases.same(Math.round(settings.shrink() * 100)));
      told.add(phrases.say("publish." + key, values));
    }
  }

  private void fault(String key, Map<String, Text> values) {
    faults.add(phrases.say("publish." + key, values));
  }
}
