package greenpair.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/// Watches the heap from now on.
final class HeapWatch {
  private final AtomicLong afterCollection = new AtomicLong();

  HeapWatch() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, here) -> note((CompositeData) notification.getUserData()), null, null);
    }
  }

  private void note(CompositeData data) {
    long used =
        GarbageCollectionNotificationInfo.from(data)
            .getGcInfo()
            .getMemoryUsageAfterGc()
            .values()
            .stream()
            .mapToLong(MemoryUsage::getUsed)
            .sum();
    afterCollection.accumulateAndGet(used, Math::max);
  }

  /// The most that was in use right after a collection, in MB: close to what is really held.
  long held() {
    return afterCollection.get() >> 20;
  }

  /// The most that was in use at all, garbage included, in MB.
  long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }
}
