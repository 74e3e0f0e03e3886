package greenpair.web.openid;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The metadata of the provider. Logins that need them at the same time share one request, wait a
/// bounded time, and are refused at once for some seconds after it failed. Thread-safe.
final class Discovery {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration FAILURE_KEPT = Duration.ofSeconds(5);

  private final OpenIdSettings settings;
  private CompletableFuture<Provider> asked = new CompletableFuture<>();
  private long until = System.nanoTime();

  Discovery(OpenIdSettings settings) {
    this.settings = settings;
    asked.cancel(false);
  }

  Provider provider() throws LoginException {
    try {
      return asked().get(Provider.WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new LoginException(LoginException.Why.UNREACHABLE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoginException(LoginException.Why.UNREACHABLE, e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof LoginException failed
          ? new LoginException(failed.why(), failed)
          : new LoginException(LoginException.Why.UNREACHABLE, e);
    }
  }

  private synchronized CompletableFuture<Provider> asked() {
    if (asked.isDone() && System.nanoTime() - until >= 0) {
      CompletableFuture<Provider> now = new CompletableFuture<>();
      asked = now;
      var _ = Thread.ofVirtual().name("openid discovery").start(() -> ask(now));
    }
    return asked;
  }

  private void ask(CompletableFuture<Provider> now) {
    @Nullable Provider found = null;
    Throwable failure = null;
    try {
      found = Provider.discover(settings);
    } catch (LoginException | RuntimeException e) {
      failure = e;
    }
    synchronized (this) {
      until = System.nanoTime() + (failure == null ? KEPT : FAILURE_KEPT).toNanos();
    }
    if (failure == null) {
      now.complete(found);
    } else {
      now.completeExceptionally(failure);
    }
  }
}
