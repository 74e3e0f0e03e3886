package greenpair;

import module java.base;

import greenpair.catalog.Need;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.DealSizes;
import org.jspecify.annotations.Nullable;

/// Records of which a test states only what matters to it: the name of each such component, and
/// then its value.
public final class Records {
  private static final Map<Class<?>, Object> STANDARD =
      Map.of(
          List.class,
          List.of(),
          Set.class,
          Set.of(),
          Map.class,
          Map.of(),
          Attributes.class,
          Attributes.NONE,
          Need.Purchase.class,
          Need.Purchase.UNKNOWN,
          DealSizes.class,
          DealSizes.UNKNOWN,
          boolean.class,
          false,
          int.class,
          0,
          long.class,
          0L,
          double.class,
          0.0);

  private Records() {}

  /// A new record; what is not stated is empty, unknown, zero or false, else null.
  public static <R extends Record> R make(Class<R> type, @Nullable Object... stated) {
    return make(type, null, stated);
  }

  /// A copy with other values.
  @SuppressWarnings("unchecked") // The class of a record is that of its type: records are final.
  public static <R extends Record> R with(R record, @Nullable Object... stated) {
    return make((Class<R>) record.getClass(), record, stated);
  }

  private static <R extends Record> R make(
      Class<R> type, @Nullable R old, @Nullable Object... stated) {
    Map<Object, @Nullable Object> values = new HashMap<>();
    for (int at = 0; at < stated.length; at += 2) {
      values.put(String.valueOf(stated[at]), stated[at + 1]);
    }
    RecordComponent[] parts = type.getRecordComponents();
    @Nullable Object[] all = new @Nullable Object[parts.length];
    try {
      for (int at = 0; at < parts.length; at++) {
        String name = parts[at].getName();
        parts[at].getAccessor().setAccessible(true);
        all[at] =
            values.containsKey(name)
                ? values.remove(name)
                : old == null
                    ? STANDARD.get(parts[at].getType())
                    : parts[at].getAccessor().invoke(old);
      }
      if (!values.isEmpty()) {
        throw new IllegalArgumentException(type + " has no " + values.keySet());
      }
      var made =
          type.getDeclaredConstructor(
              Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      made.setAccessible(true);
      return made.newInstance(all);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " of " + Arrays.toString(all), e);
    }
  }
}
