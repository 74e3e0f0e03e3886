package greenpair.web.openid;

import module java.base;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.jspecify.annotations.Nullable;

/// The metadata of the provider. Logins that need them at the same time share one request, wait a
/// bounded time, and are refused at once for some seconds after it failed. Thread-safe.
final class Discovery {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration FAILURE_KEPT = Duration.ofSeconds(5);

  /// What the provider said, or why it said nothing.
  private record Found(@Nullable Provider provider, @Nullable LoginException failure) {
    Duration kept() {
      return failure == null ? KEPT : FAILURE_KEPT;
    }
  }

  private final OpenIdSettings settings;
  private final AsyncLoadingCache<OpenIdSettings, Found> asked =
      Caffeine.newBuilder()
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .expireAfter(Expiry.<OpenIdSettings, Found>creating((key, found) -> found.kept()))
          .buildAsync(Discovery::ask);

  Discovery(OpenIdSettings settings) {
    this.settings = settings;
  }

  Provider provider() throws LoginException {
    try {
      Found found = asked.get(settings).get(Provider.WAIT_MILLIS, TimeUnit.MILLISECONDS);
      if (found.failure() != null) {
        throw new LoginException(found.failure().why(), found.failure());
      }
      return Objects.requireNonNull(found.provider());
    } catch (TimeoutException | ExecutionException e) {
      throw new LoginException(LoginException.Why.UNREACHABLE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoginException(LoginException.Why.UNREACHABLE, e);
    }
  }

  private static Found ask(OpenIdSettings settings) {
    try {
      return new Found(Provider.discover(settings), null);
    } catch (LoginException e) {
      return new Found(null, e);
    } catch (RuntimeException e) {
      return new Found(null, new LoginException(LoginException.Why.UNREACHABLE, e));
    }
  }
}
