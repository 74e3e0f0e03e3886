package greenpair.reindex.gate;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.rank.Ranked;
import greenpair.match.reason.Answer;

/// The first places of the lists of all needs in one generation.
public record Shortlists(Recommender recommender, int places) {
  /// At most this many needs of a generation, only of the programmes if there are any: those with
  /// the least checksum of their id, which are the same in every run and spread over all cities. In
  /// order of their ids.
  public static List<Need> sample(Snapshot snapshot, int most) {
    PriorityQueue<Draw> least = new PriorityQueue<>(Comparator.reverseOrder());
    needs(
        snapshot,
        id -> {
          least.add(new Draw(crc(id), id));
          if (least.size() > most) {
            least.remove();
          }
        });
    return least.stream()
        .map(Draw::id)
        .sorted()
        .flatMap(id -> snapshot.entry(Kind.NEED, id).stream())
        .map(Need.class::cast)
        .toList();
  }

  /// Only those of the programmes, if there are any.
  private static void needs(Snapshot snapshot, Consumer<EntryId> each) {
    if (snapshot.participation().isEmpty()) {
      snapshot.ids(Kind.NEED, each);
    } else {
      for (EntryId city : snapshot.participation().cities()) {
        snapshot.ownNeeds(city).stream().map(Need::id).forEach(each);
      }
    }
  }

  private record Draw(long crc, EntryId id) implements Comparable<Draw> {
    @Override
    public int compareTo(Draw other) {
      int order = Long.compare(crc, other.crc);
      return order != 0 ? order : id.compareTo(other.id);
    }
  }

  private static long crc(EntryId id) {
    CRC32C crc = new CRC32C();
    crc.update(id.value().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return crc.getValue();
  }

  /// Whether two generations rank a need alike, score by score, and so recommend alike. It costs a
  /// part of what the lists themselves cost.
  boolean areAlike(Kind kind, Need need, Snapshot before, Snapshot after) {
    RecommendationRequest request =
        RecommendationRequest.ofNeed(kind, need.city(), need.id(), places);
    List<Ranked> was = recommender.ranking(request, before);
    List<Ranked> is = recommender.ranking(request, after);
    if (was.size() != is.size()) {
      return false;
    }
    for (int at = 0; at < was.size(); at++) {
      if (!was.get(at).id().equals(is.get(at).id()) || was.get(at).score() != is.get(at).score()) {
        return false;
      }
    }
    return true;
  }

  /// Places by entry, from 1, in order.
  Map<EntryId, Integer> of(Kind kind, Need need, Snapshot snapshot) {
    RecommendationRequest request =
        RecommendationRequest.ofNeed(kind, need.city(), need.id(), places);
    Map<EntryId, Integer> list = new LinkedHashMap<>();
    for (Answer.Recommendation each : recommender.recommend(request, snapshot).recommendations()) {
      list.put(each.id(), each.rank());
    }
    return list;
  }
}
