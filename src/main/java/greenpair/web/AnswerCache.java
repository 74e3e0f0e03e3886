package greenpair.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import greenpair.catalog.Language;
import greenpair.index.Manifest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers that were made already, as bytes. The key holds the generation and the configuration
/// that made the answer, so a new generation can never serve an old one. Bounded by weight: the
/// bytes of an answer and two for each character of its key. The policy is Caffeine's W-TinyLFU
/// (Einziger, Friedman, Manes, ACM Transactions on Storage 13, 2017).
final class AnswerCache {
  private final Cache<Key, Answered> answers;
  private final long maxBytes;

  AnswerCache(long maxBytes) {
    this.maxBytes = maxBytes;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(
                (Key key, Answered answer) -> answer.bytes().length + 2 * key.toString().length())
            .executor(Runnable::run)
            .recordStats()
            .build();
  }

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
    return answers.get(key, absent -> Answered.of(make.get()));
  }

  Status.Cache counts() {
    CacheStats stats = answers.stats();
    long bytes =
        answers.policy().eviction().map(Policy.Eviction::weightedSize).orElseThrow().orElse(0);
    return new Status.Cache(
        answers.estimatedSize(),
        bytes,
        maxBytes,
        stats.hitCount(),
        stats.missCount(),
        stats.evictionCount());
  }
}
