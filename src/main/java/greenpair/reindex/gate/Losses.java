package greenpair.reindex.gate;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.message.Phrases;
import greenpair.reindex.run.BuildResult;
import greenpair.reindex.run.PublishSettings;
import org.jspecify.annotations.Nullable;

/// What a new generation lost of the entries of the last one.
///
/// @param faults is added to
/// @param notes is added to
record Losses(PublishSettings settings, Phrases phrases, List<Text> faults, List<Text> notes) {
  private static final long MOST_IDS = 2_000;

  private static final String REPLACED = "replaced";
  private static final String UNCHECKED = "unchecked";
  private static final String EMPTIED = "emptied";
  private static final String DECIDED = "decided";
  private static final String OTHER = "other";

  /// On what proofs, gates and lists of needs rest.
  private static final Set<String> DECIDING =
      FieldTable.keysOfEntries(
          "borrowers",
          "budget",
          "city",
          "grade",
          "market",
          "name",
          "parties",
          "participants",
          "provenance",
          "quantity",
          "role",
          "standing",
          "start",
          "status",
          "technologies",
          "ticket",
          "website");

  /// They differ with each reading of a source.
  private static final Set<String> OF_SOURCES =
      FieldTable.keys(Firm.class, "provenance", "seen", "unverified");

  /// Without them an entry has lost nothing.
  private static final Set<String> ABOUT = FieldTable.keys(Firm.class, "provenance", "unverified");

  /// What entries lost of a field.
  ///
  /// @param sort key of the message
  private record Loss(String sort, String field) {}

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

  private void shrunk(String source, String word, Map<String, Long> before, Map<String, Long> now) {
    if (Kind.of(word).isPresent() && isLost(word, before, now)) {
      fault(
          "shrunk",
          Map.of(
              "source",
              source.isEmpty() ? phrases.say("publish.all") : Phrases.same(source),
              "kind",
              phrases.say("facet.kind." + word),
              "from",
              Phrases.same(before.getOrDefault(word, 0L)),
              "to",
              Phrases.same(now.getOrDefault(word, 0L)),
              "share",
              Phrases.same(Math.round(settings.shrink() * 100))));
    }
  }

  private boolean isLost(String key, Map<String, Long> before, Map<String, Long> now) {
    long count = before.getOrDefault(key, 0L);
    long lost = count - now.getOrDefault(key, 0L);
    return lost >= settings.least() && lost > settings.shrink() * count;
  }

  /// Other entries in equal number, as from a wrong file, are a loss of those that were there, and
  /// so is what the same entries no longer state or no longer have checked. Other values are only
  /// told. Of many entries, some thousands are compared.
  void replaced(Snapshot before, Snapshot after) {
    for (Kind kind : Kind.values()) {
      long all = before.manifest().count(kind);
      boolean isFewer = after.manifest().count(kind) < all * (1 - settings.shrink());
      long step = 1 + all / MOST_IDS;
      long[] seen = {0};
      Map<Loss, long[]> counts = new TreeMap<>(Comparator.comparing(Loss::toString));
      before.ids(
          kind,
          id -> {
            if (seen[0]++ % step == 0) {
              compare(before.entry(kind, id).orElseThrow(), after.entry(kind, id), counts);
            }
          });
      counts.forEach(
          (loss, of) -> {
            boolean isMany = of[0] > settings.shrink() * of[1] && of[0] * step >= settings.least();
            if (isMany && !(isFewer && loss.sort().equals(REPLACED))) {
              Map<String, Text> values =
                  Map.of(
                      "kind", phrases.say("facet.kind." + kind.word()),
                      "field", Phrases.same(loss.field()),
                      "lost", Phrases.same(of[0] * step),
                      "count", Phrases.same(of[1] * step),
                      "share", Phrases.same(Math.round(settings.shrink() * 100)));
              (loss.sort().equals(OTHER) ? notes : faults)
                  .add(phrases.say("publish." + loss.sort(), values));
            }
          });
    }
  }

  /// Adds what an entry lost, and of how much, by sort and field.
  private static void compare(
      Entry before, Optional<? extends Entry> after, Map<Loss, long[]> counts) {
    add(counts, REPLACED, "id", after.isPresent() ? 0 : 1, 1);
    if (after.isEmpty()) {
      return;
    }
    Map<String, Object> was = FieldTable.known(before);
    Map<String, Object> is = FieldTable.known(after.get());
    for (String field : DECIDING) {
      boolean isRanked = before.kind() == Kind.NEED;
      List<String> old = parts(was.get(field), isRanked);
      List<String> now = parts(is.get(field), isRanked);
      long lost = old.stream().filter(part -> !now.contains(part)).count();
      add(counts, DECIDED, field, lost, old.size());
    }
    was.forEach(
        (field, value) -> {
          Object now = is.get(field);
          long count = count(value);
          if (!ABOUT.contains(field)) {
            add(counts, EMPTIED, field, Math.max(0, count - count(now)), count);
          }
          if (!OF_SOURCES.contains(field) && !DECIDING.contains(field)) {
            add(counts, OTHER, field, now == null || value.equals(now) ? 0 : 1, 1);
          }
        });
    if (before.verified()) {
      add(counts, UNCHECKED, "provenance", after.get().verified() ? 0 : 1, 1);
      Set<String> unchecked =
          after.get().verified() ? after.get().profile().unverified() : Set.of();
      was.keySet().stream()
          .filter(field -> !before.profile().unverified().contains(field))
          .forEach(field -> add(counts, UNCHECKED, field, unchecked.contains(field) ? 1 : 0, 1));
    }
  }

  /// What of a value decides, in any order: of parties, who did what and how that went; of a
  /// standing, the state; of a name, what it is in each language; of a source, its address.
  ///
  /// @param isRanked whether the first of a list is more than the others
  private static List<String> parts(@Nullable Object value, boolean isRanked) {
    return switch (value) {
      case null -> List.of();
      case Need.Standing standing -> List.of(String.valueOf(standing.state()));
      case Text text -> text.all();
      case List<?> list -> {
        List<String> parts = new ArrayList<>(list.stream().flatMap(Losses::parts).toList());
        if (isRanked && !parts.isEmpty()) {
          parts.set(0, "1 " + parts.getFirst());
        }
        yield parts;
      }
      default -> List.of(value.toString());
    };
  }

  private static Stream<String> parts(@Nullable Object each) {
    return switch (each) {
      case Deployment.Party party ->
          Stream.of("result " + party.result(), party.figure())
              .filter(Objects::nonNull)
              .map(part -> party.firm() + " " + party.role() + " " + part);
      case Provenance source -> Stream.of(source.source());
      case null, default -> Stream.of(String.valueOf(each));
    };
  }

  private static void add(
      Map<Loss, long[]> counts, String sort, String field, long lost, long all) {
    long[] of = counts.computeIfAbsent(new Loss(sort, field), key -> new long[2]);
    of[0] += lost;
    of[1] += all;
  }

  private static long count(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case Collection<?> list -> list.stream().mapToLong(Losses::count).sum();
      case Map<?, ?> map -> count(map.values());
      case Record owner -> count(FieldTable.known(owner).values());
      default -> 1;
    };
  }

  private void fault(String key, Map<String, Text> values) {
    faults.add(phrases.say("publish." + key, values));
  }
}
