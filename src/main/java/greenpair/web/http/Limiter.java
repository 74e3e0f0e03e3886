package greenpair.web.http;

import module java.base;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.message.Message;
import io.javalin.http.Context;
import io.javalin.http.Header;
import org.jspecify.annotations.Nullable;

/// How often one address, or one IPv6 network, may do something: a bucket that holds a minute's
/// worth and fills evenly (the token bucket of Turner, IEEE Communications Magazine 24(10), 1986).
/// Only the most recent addresses are kept.
public final class Limiter {
  private static final int MOST_CLIENTS = 100_000;
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private final int perMinute;
  private final ClientAddress remote;
  private final InstantSource clock;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_CLIENTS)
          .expireAfterAccess(Duration.ofMinutes(2))
          .executor(Runnable::run)
          .build();

  /// @param perMinute 0 for no limit
  public Limiter(int perMinute, ClientAddress remote, InstantSource clock) {
    this.perMinute = perMinute;
    this.remote = remote;
    this.clock = clock;
  }

  /// @param left in thousandths of one, at that time
  private record Bucket(long left, Instant at) {}

  /// Counts one request, and refuses it if none is left.
  ///
  /// @throws RefusedException with the seconds to wait
  public void check(Context context) {
    if (perMinute > 0) {
      checkOnly(context);
      count(context);
    }
  }

  /// Refuses if none is left, without counting.
  public void checkOnly(Context context) {
    if (perMinute == 0) {
      return;
    }
    long left = now(buckets.getIfPresent(remote.network(context)));
    if (left < 1000) {
      long missing = 1000 - left;
      long seconds = Math.ceilDiv(missing * MINUTE, 1000L * perMinute * 1000L);
      throw refused(context, Math.max(1, seconds));
    }
  }

  public void count(Context context) {
    if (perMinute > 0) {
      var _ =
          buckets
              .asMap()
              .compute(
                  remote.network(context),
                  (address, old) -> new Bucket(Math.max(0, now(old) - 1000), clock.instant()));
    }
  }

  private long now(@Nullable Bucket bucket) {
    long full = 1000L * perMinute;
    if (bucket == null) {
      return full;
    }
    long millis = Duration.between(bucket.at(), clock.instant()).toMillis();
    if (millis < 0) {
      return full; // The clock was set back: by its time the bucket would stay as it is for long.
    }
    return Math.min(full, bucket.left() + millis * full / MINUTE);
  }

  private RefusedException refused(Context context, long seconds) {
    context.header(Header.RETRY_AFTER, Long.toString(seconds));
    return new RefusedException(
        ProblemKind.TOO_MANY_REQUESTS,
        Message.of("error.too_many_requests", "most", perMinute, "seconds", seconds));
  }
}
