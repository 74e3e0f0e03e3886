package greenpair.web.input;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.match.EntryNames;
import greenpair.web.http.Checks;
import greenpair.web.http.Said;

/// Advice for an id that no entry has: the entry that was most likely meant, and where to look.
/// Keeps the names of a generation for as long as it is asked for them.
public final class NearNames {
  private record Key(String generation, Kind kind) {}

  private final Cache<Key, EntryNames> known =
      Caffeine.newBuilder().maximumSize(Kind.values().length).executor(Runnable::run).build();

  /// The advice for an id that no entry of the kind has.
  Said next(String word, Kind kind, Snapshot snapshot) {
    Key key = new Key(snapshot.manifest().id(), kind);
    Said advice = whereToLook(kind);
    return known
        .get(key, absent -> new EntryNames(kind, snapshot))
        .nearest(word)
        .map(near -> Checks.didYouMean(near, advice))
        .orElse(advice);
  }

  private static Said whereToLook(Kind kind) {
    return switch (kind) {
      case CITY -> new Said("GET /api/cities lists the cities", "城市列表见GET /api/cities");
      case NEED ->
          new Said("GET /api/cities/{id} lists the needs of a city", "某城市的需求见GET /api/cities/{id}");
      case FIRM, FINANCIER ->
          new Said("GET /api/partners?q= finds it by name", "可用GET /api/partners?q=按名称查找");
      case SOLUTION ->
          new Said("GET /api/solutions?q= finds it by name", "可用GET /api/solutions?q=按名称查找");
      case DEPLOYMENT ->
          new Said("the evidence of recommendations names deployments", "推荐结果的evidence中列有案例编号");
      case PROGRAMME ->
          new Said("GET /api/programmes lists the programmes", "项目列表见GET /api/programmes");
    };
  }
}
