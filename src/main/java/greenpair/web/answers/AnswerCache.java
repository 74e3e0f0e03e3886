package greenpair.web.answers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import greenpair.catalog.Language;
import greenpair.index.read.Snapshot;
import greenpair.web.http.CompressedAnswer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A cache of answers as bytes. The key contains the generation and the configuration that produced
/// the answer, so a new generation never serves an answer of an earlier one. Bounded by weight: the
/// bytes of an answer, a quarter more for its compressed form, and two for each character of its
/// key. The policy is Caffeine's W-TinyLFU (Einziger, Friedman, Manes, ACM Transactions on Storage
/// 13, 2017).
///
/// It also stores which answer an [RequestKey] got, so that a repeated request is not parsed again,
/// and how to compute it for another generation. It does not retain evicted answers.
public final class AnswerCache {
  /// Statistics of the cache since the start.
  ///
  /// @param bytes weight of the answers that are kept, at most `maxBytes`
  public record Counts(
      long answers, long bytes, long maxBytes, long hits, long misses, long evictions) {}

  /// Addresses of average length; longer ones take the room of several, so that all of them take
  /// at most some 50 MB.
  private static final int MOST_ADDRESSES = 50_000;

  private static final int AVERAGE_ADDRESS = 200;

  /// A longer address is answered but not stored, because such addresses rarely recur.
  private static final int LONGEST_ADDRESS = 2_000;

  private static final int LET_GO = 10;

  private final Cache<Key, CompressedAnswer> answers;
  private final Cache<RequestKey, Noted> addresses;
  private final long maxBytes;

  public AnswerCache(long maxBytes) {
    this.maxBytes = maxBytes;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(
                (Key key, CompressedAnswer answer) -> weight(answer) + 2 * key.toString().length())
            .executor(Runnable::run)
            .recordStats()
            .build();
    this.addresses =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes == 0 ? 0 : MOST_ADDRESSES)
            .weigher(
                (RequestKey requestKey, Noted noted) -> 1 + length(requestKey) / AVERAGE_ADDRESS)
            .executor(Runnable::run)
            .build();
  }

  /// An address that was asked, with all else that its answer depends on.
  ///
  /// @param asked a record whose equality is that of the address with the headers that count
  record RequestKey(String generation, String configuration, Object asked) {}

  /// What an answer depends on.
  ///
  /// @param request a record whose equality is that of the request
  public record Key(
      String generation, String configuration, Object request, @Nullable Language language) {}

  /// Makes the answer of an address for the generation of that snapshot, and keeps and notes it.
  interface Recompute {
    CompressedAnswer make(Snapshot next);
  }

  /// @param hits how often the address was asked again
  private record Noted(Key key, Recompute recompute, LongAdder hits) {}

  static int weight(CompressedAnswer answer) {
    return answer.bytes().length * 5 / 4;
  }

  /// The cached answer, or a new one; concurrent requests wait for one computation.
  public CompressedAnswer get(Key key, Supplier<byte[]> make) {
    return answers.get(key, absent -> CompressedAnswer.of(make.get(), key.language()));
  }

  /// What an address asks of one snapshot.
  ///
  /// @param request a record of everything on which the answer depends, besides generation,
  ///     configuration and language
  public record Computation(Object request, @Nullable Language language, Supplier<byte[]> making) {}

  /// The answer of an address: kept, or read and made, and noted to be made again for the next
  /// generation.
  ///
  /// @param address a record whose equality is that of the address with the headers that count
  /// @param reading refers to nothing of the request, which has ended when it is used again
  public CompressedAnswer byAddress(
      Object address, Snapshot snapshot, Function<Snapshot, Computation> reading) {
    RequestKey requestKey =
        new RequestKey(snapshot.manifest().id(), snapshot.configuration(), address);
    return at(requestKey)
        .orElseGet(
            () -> {
              Computation wanted = reading.apply(snapshot);
              Key key = key(snapshot, wanted);
              CompressedAnswer answer = get(key, wanted.making());
              note(requestKey, key, next -> byAddress(address, next, reading));
              return answer;
            });
  }

  static Key key(Snapshot snapshot, Computation wanted) {
    return new Key(
        snapshot.manifest().id(), snapshot.configuration(), wanted.request(), wanted.language());
  }

  /// The answer that an address got, if it is still kept.
  Optional<CompressedAnswer> at(RequestKey requestKey) {
    Noted noted = addresses.getIfPresent(requestKey);
    if (noted == null) {
      return Optional.empty();
    }
    noted.hits.increment();
    return Optional.ofNullable(answers.getIfPresent(noted.key));
  }

  void note(RequestKey requestKey, Key key, Recompute recompute) {
    if (length(requestKey) > LONGEST_ADDRESS) {
      return;
    }
    addresses.put(requestKey, new Noted(key, recompute, new LongAdder()));
  }

  private static int length(RequestKey requestKey) {
    return requestKey.asked().toString().length();
  }

  /// The addresses of a generation to compute again, most requested first.
  List<Recompute> frequent(String generation, int most) {
    record Counted(long hits, Recompute recompute) {}
    return addresses.asMap().entrySet().stream()
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
    Policy.Eviction<Key, CompressedAnswer> eviction = answers.policy().eviction().orElseThrow();
    long wanted = (long) (maxBytes * share);
    while (maxBytes - bytes(eviction) < wanted) {
      answers.invalidateAll(eviction.coldest(LET_GO).keySet());
    }
    return maxBytes - bytes(eviction);
  }

  private static long bytes(Policy.Eviction<Key, CompressedAnswer> eviction) {
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
