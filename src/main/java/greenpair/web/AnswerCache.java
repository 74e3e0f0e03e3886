package greenpair.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import greenpair.catalog.Language;
import greenpair.index.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers that were made already, as bytes. The key holds the generation and the configuration
/// that made the answer, so a new generation can never serve an old one. Bounded by weight: the
/// bytes of an answer, a quarter more for its compressed form, and two for each character of its
/// key. The policy is Caffeine's W-TinyLFU (Einziger, Friedman, Manes, ACM Transactions on Storage
/// 13, 2017).
///
/// Beside it stands which answer an [Address] got, so that one that is asked again is not even
/// read. It holds no answer alive that the cache let go.
final class AnswerCache {
  private static final int MOST_ADDRESSES = 50_000;

  private final Cache<Key, Answered> answers;
  private final Cache<Address, Answered> addresses;
  private final LongAdder addressHits = new LongAdder();
  private final long maxBytes;

  AnswerCache(long maxBytes) {
    this.maxBytes = maxBytes;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(
                (Key key, Answered answer) ->
                    answer.bytes().length * 5 / 4 + 2 * key.toString().length())
            .executor(Runnable::run)
            .recordStats()
            .build();
    this.addresses =
        Caffeine.newBuilder()
            .maximumSize(maxBytes == 0 ? 0 : MOST_ADDRESSES)
            .weakValues()
            .executor(Runnable::run)
            .build();
  }

  /// An address that was asked, with all else that its answer depends on.
  ///
  /// @param configurations digests of what ranking and search work with
  /// @param query of the address, as it was sent
  /// @param preferred language by `Accept-Language`; null for none
  record Address(
      String generation,
      List<String> configurations,
      String path,
      String query,
      @Nullable Language preferred) {}

  /// What an answer depends on.
  ///
  /// @param request a record whose equality is that of the request
  private record Key(
      String generation, String configuration, Object request, @Nullable Language language) {}

  /// The answer that is kept, or one that is made now; many that ask at once wait for one.
  ///
  /// @param request a record: equal requests have equal answers
  Answered get(
      Manifest generation,
      String configuration,
      Object request,
      @Nullable Language language,
      Supplier<byte[]> make) {
    Key key = new Key(generation.id(), configuration, request, language);
    return answers.get(key, absent -> Answered.of(make.get(), language));
  }

  /// The answer that an address got, if it is still kept.
  Optional<Answered> at(Address address) {
    Answered answer = addresses.getIfPresent(address);
    if (answer != null) {
      addressHits.increment();
    }
    return Optional.ofNullable(answer);
  }

  /// Keeps which answer an address got.
  void note(Address address, Answered answer) {
    addresses.put(address, answer);
  }

  Status.Cache counts() {
    CacheStats stats = answers.stats();
    long bytes =
        answers.policy().eviction().map(Policy.Eviction::weightedSize).orElseThrow().orElse(0);
    return new Status.Cache(
        answers.estimatedSize(),
        bytes,
        maxBytes,
        stats.hitCount() + addressHits.sum(),
        stats.missCount(),
        stats.evictionCount());
  }
}
