package greenpair.web.answers;

import module java.base;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import greenpair.index.read.Snapshot;
import greenpair.web.http.CompressedAnswer;

/// A cache of answers as bytes, by address. The key contains the generation and the configuration
/// that produced the answer, so a new generation never serves an answer of an earlier one. Bounded
/// by weight: the bytes of an answer, a quarter more for its compressed form, and two for each
/// character of its key. The policy is Caffeine's W-TinyLFU (Einziger, Friedman, Manes, ACM
/// Transactions on Storage 13, 2017).
///
/// It also stores how to compute each answer for another generation.
public final class AnswerCache {
  /// Statistics of the cache since the start.
  ///
  /// @param bytes weight of the answers that are kept, at most `maxBytes`
  public record Counts(
      long answers, long bytes, long maxBytes, long hits, long misses, long evictions) {}

  private static final int LET_GO = 10;

  private final Cache<Key, Kept> answers;
  private final long maxBytes;

  public AnswerCache(long maxBytes) {
    this.maxBytes = maxBytes;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((Key key, Kept kept) -> weight(kept.answer) + 2 * key.toString().length())
            .executor(Runnable::run)
            .recordStats()
            .build();
  }

  /// What an answer depends on.
  ///
  /// @param address a record whose equality is that of the address with the headers that count
  record Key(String generation, String configuration, Object address) {}

  /// Makes the answer of an address for the generation of that snapshot, and keeps it.
  interface Recompute {
    CompressedAnswer make(Snapshot next);
  }

  /// @param hits how often the address was asked
  private record Kept(CompressedAnswer answer, Recompute recompute, LongAdder hits) {}

  static int weight(CompressedAnswer answer) {
    return answer.bytes().length * 5 / 4;
  }

  /// The answer of an address: kept, or made and kept, to be made again for the next generation;
  /// concurrent requests wait for one computation.
  ///
  /// @param address a record whose equality is that of the address with the headers that count
  /// @param making refers to nothing of the request, which has ended when it is used again
  public CompressedAnswer get(
      Object address, Snapshot snapshot, Function<Snapshot, CompressedAnswer> making) {
    return get(
        new Key(snapshot.manifest().id(), snapshot.configuration(), address),
        () -> making.apply(snapshot),
        next -> get(address, next, making));
  }

  CompressedAnswer get(Key key, Supplier<CompressedAnswer> making, Recompute recompute) {
    Kept kept = answers.get(key, absent -> new Kept(making.get(), recompute, new LongAdder()));
    kept.hits.increment();
    return kept.answer;
  }

  /// The addresses of a generation to compute again, most requested first.
  List<Recompute> frequent(String generation, int most) {
    record Counted(long hits, Recompute recompute) {}
    return answers.asMap().entrySet().stream()
        .filter(each -> each.getKey().generation().equals(generation))
        .map(each -> new Counted(each.getValue().hits.sum(), each.getValue().recompute))
        .sorted(Comparator.comparingLong(Counted::hits).reversed())
        .limit(most)
        .map(Counted::recompute)
        .toList();
  }

  /// Evicts the least requested answers until a share of the capacity is free, since a full cache
  /// adds nothing that was never requested.
  ///
  /// @return bytes that are free
  long free(double share) {
    Policy.Eviction<Key, Kept> eviction = answers.policy().eviction().orElseThrow();
    long wanted = (long) (maxBytes * share);
    while (maxBytes - bytes(eviction) < wanted) {
      answers.invalidateAll(eviction.coldest(LET_GO).keySet());
    }
    return maxBytes - bytes(eviction);
  }

  private static long bytes(Policy.Eviction<Key, Kept> eviction) {
    return eviction.weightedSize().orElse(0);
  }

  public Counts counts() {
    CacheStats stats = answers.stats();
    return new Counts(
        answers.estimatedSize(),
        bytes(answers.policy().eviction().orElseThrow()),
        maxBytes,
        stats.hitCount(),
        stats.missCount(),
        stats.evictionCount());
  }
}
