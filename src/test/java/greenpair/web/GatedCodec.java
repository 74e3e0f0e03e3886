package greenpair.web;

import greenpair.catalog.Entry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A codec that can block or fail a request when it reads the full record of one entry.
final class GatedCodec implements Entry.Codec {
  private final Entry.Codec real;
  private volatile @Nullable String heldId;
  private volatile CountDownLatch reached = new CountDownLatch(1);
  private volatile CountDownLatch open = new CountDownLatch(1);
  private volatile @Nullable String failingId;
  private volatile @Nullable Throwable failure;

  GatedCodec(Entry.Codec real) {
    this.real = real;
  }

  /// Holds the next request that reads this entry until [#letGo].
  void hold(String id) {
    reached = new CountDownLatch(1);
    open = new CountDownLatch(1);
    heldId = id;
  }

  void awaitHeld() throws InterruptedException {
    if (!reached.await(60, TimeUnit.SECONDS)) {
      throw new AssertionError("no request came to " + heldId);
    }
  }

  void letGo() {
    heldId = null;
    open.countDown();
  }

  /// Fails every request that reads this entry; null lets them be.
  void fail(@Nullable String id, @Nullable Throwable with) {
    failure = with;
    failingId = id;
  }

  @Override
  public byte[] encode(Entry entry) {
    return real.encode(entry);
  }

  @Override
  public Entry decode(byte[] bytes) {
    Entry entry = real.decode(bytes);
    String id = entry.id().value();
    if (id.equals(failingId)) {
      switch (failure) {
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case null, default -> throw new AssertionError("no failure was set");
      }
    }
    if (id.equals(heldId)) {
      reached.countDown();
      try {
        if (!open.await(60, TimeUnit.SECONDS)) {
          throw new AssertionError("nobody let the request go");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return entry;
  }
}
