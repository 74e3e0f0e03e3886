package greenpair.reindex.merge;

import module java.base;

import greenpair.registry.source.convert.Consolidation;
import greenpair.reindex.run.ReviewFiles.OpenReview;
import greenpair.resolve.ComparedPair;
import greenpair.resolve.Resolution;
import greenpair.resolve.name.Party;

/// Puts the entries beside the doubts of a resolution, so that a person can answer.
final class ReviewQuestions {
  private final List<ComparedPair> doubts = new ArrayList<>();
  private final Set<String> wanted = new HashSet<>();
  private final Map<String, Map<String, Object>> entries = new HashMap<>();

  ReviewQuestions(Collection<Resolution> resolutions) {
    resolutions.forEach(each -> doubts.addAll(each.doubts()));
    doubts.sort(
        Comparator.comparingDouble(ComparedPair::bits).reversed().thenComparing(ComparedPair::one));
    for (ComparedPair each : doubts) {
      wanted.add(each.one());
      wanted.add(each.two());
    }
  }

  void see(Consolidation.Seen seen) {
    if (Party.isParty(seen.entry().kind())) {
      String key = Party.key(seen.entry(), seen.source());
      if (wanted.contains(key)) {
        entries.put(key, seen.fields());
      }
    }
  }

  List<OpenReview> open() {
    return doubts.stream()
        .map(
            each ->
                new OpenReview(
                    each.one(),
                    each.two(),
                    each.bits(),
                    each.evidence(),
                    entries.getOrDefault(each.one(), Map.of()),
                    entries.getOrDefault(each.two(), Map.of())))
        .toList();
  }
}
