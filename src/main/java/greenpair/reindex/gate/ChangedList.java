package greenpair.reindex.gate;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.message.Phrases;

/// A shortlist that differs from that of the last generation.
///
/// @param was places in the last generation, from 1
/// @param is places in the new one
record ChangedList(Kind kind, Need need, Map<EntryId, Integer> was, Map<EntryId, Integer> is) {
  List<GenerationComparison.Change> changes(
      Causes causes, Snapshot before, Snapshot after, Phrases phrases) {
    Set<EntryId> all = new LinkedHashSet<>(is.keySet());
    all.addAll(was.keySet());
    all.removeIf(id -> java.util.Objects.equals(was.get(id), is.get(id)));
    List<GenerationComparison.Cause> shared = causes.of(need);
    Map<EntryId, List<GenerationComparison.Cause>> own = new java.util.LinkedHashMap<>();
    all.forEach(id -> own.put(id, causes.of(kind, id, need.city())));
    Optional<GenerationComparison.Cause> first =
        own.values().stream().flatMap(List::stream).findFirst();
    List<GenerationComparison.Change> changes = new ArrayList<>();
    own.forEach(
        (id, direct) -> {
          List<GenerationComparison.Cause> why = new ArrayList<>(direct);
          why.addAll(shared);
          boolean isOthers = why.isEmpty() && first.isPresent();
          if (isOthers) {
            why.add(first.get());
          }
          Text name = after.name(kind, id).or(() -> before.name(kind, id)).orElse(Phrases.same(id));
          Text because = because(why, isOthers, phrases);
          changes.add(change(id, name, why, because, phrases));
        });
    return changes;
  }

  private GenerationComparison.Change change(
      EntryId id, Text name, List<GenerationComparison.Cause> why, Text because, Phrases phrases) {
    Integer from = was.get(id);
    Integer to = is.get(id);
    String key = from == null ? "entered" : to == null ? "left" : "moved";
    Map<String, Text> values =
        Map.of(
            "entry", name,
            "need", ((Entry) need).name(),
            "from", Phrases.same(from == null ? 0 : from),
            "to", Phrases.same(to == null ? 0 : to),
            "cause", because);
    return new GenerationComparison.Change(
        need.city().value(),
        need.id().value(),
        kind.word(),
        id.value(),
        name,
        from,
        to,
        why,
        phrases.say("publish." + key, values));
  }

  private static Text because(
      List<GenerationComparison.Cause> why, boolean isOthers, Phrases phrases) {
    if (why.isEmpty()) {
      return phrases.say("publish.cause.none");
    }
    GenerationComparison.Cause nearest = why.getFirst();
    String key = isOthers ? "others" : nearest.what();
    return phrases.say("publish.cause." + key, Map.of("record", Phrases.same(nearest)));
  }
}
