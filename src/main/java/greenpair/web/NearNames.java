package greenpair.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Nearest;
import greenpair.index.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Which entry somebody most likely meant by an id that no entry has: the one whose id or name, in
/// either language, is nearest. Looks at the first 5,000 entries of a kind, so that an error costs
/// no more in a large catalog, and keeps their names for as long as it is asked for them.
final class NearNames {
  private static final int MOST = 5_000;

  private record Key(String generation, Kind kind) {}

  private final Cache<Key, Map<String, String>> known =
      Caffeine.newBuilder().maximumSize(Kind.values().length).executor(Runnable::run).build();

  /// The advice for an id that no entry of the kind has.
  Said next(String word, Kind kind, Snapshot snapshot) {
    Key key = new Key(snapshot.manifest().id(), kind);
    Map<String, String> names = known.get(key, absent -> names(kind, snapshot));
    Said advice = whereToLook(kind);
    return Nearest.to(word.toLowerCase(Locale.ROOT), names.keySet())
        .map(near -> Checks.didYouMean(Objects.requireNonNull(names.get(near)), advice))
        .orElse(advice);
  }

  /// Ids by id and by names, all in lower case.
  private static Map<String, String> names(Kind kind, Snapshot snapshot) {
    Map<String, String> names = new HashMap<>();
    List<Entry> entries = snapshot.entries(kind, 0, MOST);
    for (Entry entry : entries) {
      for (Language language : Language.values()) {
        String name = entry.name().in(language);
        if (name != null) {
          names.putIfAbsent(name.toLowerCase(Locale.ROOT), entry.id().value());
        }
      }
    }
    for (Entry entry : entries) {
      names.put(entry.id().value().toLowerCase(Locale.ROOT), entry.id().value());
    }
    return names;
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
    };
  }
}
