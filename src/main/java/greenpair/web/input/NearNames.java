package greenpair.web.input;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.match.EntryNames;
import greenpair.message.Message;
import greenpair.web.http.ValueParser;

/// Advice for an id that no entry has: the entry that was most likely meant, and where to look.
/// Caches the names of the current generation.
public final class NearNames {
  private record Key(String generation, Kind kind) {}

  private final Cache<Key, EntryNames> known =
      Caffeine.newBuilder().maximumSize(Kind.values().length).executor(Runnable::run).build();

  Message next(String word, Kind kind, Snapshot snapshot) {
    Key key = new Key(snapshot.manifest().id(), kind);
    Message advice = whereToLook(kind);
    return known
        .get(key, absent -> new EntryNames(kind, snapshot))
        .nearest(word)
        .map(near -> ValueParser.didYouMean(near, advice))
        .orElse(advice);
  }

  private static Message whereToLook(Kind kind) {
    return switch (kind) {
      case CITY -> Message.of("find.city");
      case NEED -> Message.of("find.need");
      case FIRM, FINANCIER, EXPERT -> Message.of("find.partner");
      case SOLUTION -> Message.of("find.solution");
      case DEPLOYMENT -> Message.of("find.deployment");
      case PROGRAMME -> Message.of("find.programme");
    };
  }
}
