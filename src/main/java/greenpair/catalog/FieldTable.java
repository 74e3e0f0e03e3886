package greenpair.catalog;

import module java.base;

import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Word;
import org.jspecify.annotations.Nullable;

/// The fields of a record of the catalog, under their keys in the catalog format: its components in
/// their order, `regionName` as `region_name`. A component that is a [Profile] or a [Partner]
/// stands for its own fields, which have no common key. Safe for use by many threads.
public final class FieldTable {
  /// A component; `key` is its key unless it stands for the fields of its value.
  ///
  /// @param isGroup whether it stands for them
  public record Field(String key, boolean isGroup, RecordComponent component) {
    /// Its value in a record; null if unknown.
    public @Nullable Object of(Object owner) {
      return call(() -> component.getAccessor().invoke(owner));
    }

    public boolean isRequired() {
      return FieldTable.isRequired(component);
    }
  }

  /// Whether a record cannot do without a component.
  public static boolean isRequired(RecordComponent component) {
    return component.isAnnotationPresent(Rule.Required.class)
        || (unknown(component.getType()) == null
            && !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
  }

  private static final ClassValue<FieldTable> TABLES =
      new ClassValue<>() {
        @Override
        protected FieldTable computeValue(Class<?> type) {
          return new FieldTable(type);
        }
      };

  private final List<Field> fields = new ArrayList<>();
  private final Set<String> keys = new LinkedHashSet<>();
  private final Constructor<?> constructor;

  private FieldTable(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent each : components) {
      each.getAccessor().setAccessible(true);
      boolean isGroup = each.getType() == Profile.class || each.getType() == Partner.class;
      String key = key(each.getName());
      fields.add(new Field(key, isGroup, each));
      keys.addAll(isGroup ? keys(each.getType()) : Set.of(key));
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    constructor = call(() -> type.getDeclaredConstructor(types));
    constructor.setAccessible(true);
  }

  /// The key of a component, such as `region_name`.
  public static String key(String component) {
    return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /// The fields of a type of record, groups as one.
  public static List<Field> of(Class<?> type) {
    return TABLES.get(type).fields;
  }

  /// The keys of a type of record, with those of its groups.
  public static Set<String> keys(Class<?> type) {
    return Collections.unmodifiableSet(TABLES.get(type).keys);
  }

  /// Some keys of a type of record. A class that names fields calls this when it is initialised, so
  /// that no field that is renamed loses what the class does with it.
  ///
  /// @throws IllegalArgumentException if the type does not have one of them
  public static Set<String> keys(Class<?> type, String... some) {
    return checked(type.getSimpleName(), keys(type), Set.of(some));
  }

  /// Some keys of entries, each of at least one kind, for a class that treats all kinds alike.
  ///
  /// @throws IllegalArgumentException if no kind has one of them
  public static Set<String> keysOfEntries(String... some) {
    Set<String> keys = new LinkedHashSet<>();
    Stream.of(Kind.values()).forEach(kind -> keys.addAll(keys(Entry.type(kind))));
    return checked("an entry", keys, Set.of(some));
  }

  private static Set<String> checked(String owner, Set<String> keys, Set<String> some) {
    for (String each : some) {
      if (!keys.contains(each)) {
        throw new IllegalArgumentException(
            "must be a field of " + owner + " " + keys + ", but was " + each);
      }
    }
    return some;
  }

  /// The known values of a record by key, in the order of the format.
  public static Map<String, Object> known(Object owner) {
    Map<String, Object> known = new LinkedHashMap<>();
    for (Field field : of(owner.getClass())) {
      Object value = field.of(owner);
      if (value != null && field.isGroup()) {
        known.putAll(known(value));
      } else if (value != null && isKnown(value)) {
        known.put(field.key(), value);
      }
    }
    return known;
  }

  /// Whether a value says anything: an empty list, or a record without a known field, does not.
  public static boolean isKnown(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Collection<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      case Record owner ->
          of(owner.getClass()).stream().anyMatch(field -> isKnown(field.of(owner)));
      default -> true;
    };
  }

  /// The record with another value of each field, as the function gives it from key and value, null
  /// for unknown; the same record if all values are the same.
  ///
  /// @throws IllegalArgumentException if the values do not fit together
  @SuppressWarnings("ReferenceEquality") // A change returns what it leaves as it is.
  public static <R> R with(R owner, BiFunction<String, @Nullable Object, @Nullable Object> change) {
    FieldTable table = TABLES.get(owner.getClass());
    @Nullable Object[] values = new @Nullable Object[table.fields.size()];
    boolean isSame = true;
    for (int at = 0; at < values.length; at++) {
      Field field = table.fields.get(at);
      Object before = field.of(owner);
      values[at] =
          before != null && field.isGroup()
              ? with(before, change)
              : change.apply(field.key(), before);
      values[at] = values[at] == null ? unknown(field.component().getType()) : values[at];
      isSame &= values[at] == before;
    }
    if (isSame) {
      return owner;
    }
    @SuppressWarnings("unchecked") // The constructor of the class of the owner.
    R changed = (R) call(() -> table.constructor.newInstance(values));
    return changed;
  }

  /// A record of these values in the order of its fields, null for unknown; a group is a list of
  /// its own values.
  ///
  /// @throws IllegalArgumentException if they do not fit
  public static Object make(Class<?> type, List<@Nullable Object> values) {
    FieldTable table = TABLES.get(type);
    @Nullable Object[] all = values.toArray();
    for (int at = 0; at < all.length; at++) {
      Field field = table.fields.get(at);
      Class<?> part = field.component().getType();
      if (field.isGroup() && all[at] instanceof List<?> group) {
        all[at] = make(part, Collections.unmodifiableList(group));
      } else if (all[at] == null) {
        all[at] = unknown(part);
      }
    }
    return call(() -> table.constructor.newInstance(all));
  }

  /// Makes records of a type of the values of all its components, in their order, as they are.
  public static Function<@Nullable Object[], Object> maker(Class<?> type) {
    Constructor<?> constructor = TABLES.get(type).constructor;
    MethodHandle maker =
        call(() -> MethodHandles.lookup().unreflectConstructor(constructor))
            .asSpreader(Object[].class, constructor.getParameterCount())
            .asType(MethodType.methodType(Object.class, Object[].class));
    return values -> {
      try {
        return (Object) maker.invokeExact(values);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    };
  }

  /// The record with other values of these fields.
  ///
  /// @throws IllegalArgumentException if they do not fit, or the record does not have one of them
  public static <R> R with(R owner, Map<String, ?> values) {
    checked(owner.getClass().getSimpleName(), keys(owner.getClass()), values.keySet());
    return with(owner, (key, before) -> values.containsKey(key) ? values.get(key) : before);
  }

  /// The record with other values of some fields.
  ///
  /// @param pairs keys, each followed by its value, null for unknown
  /// @throws IllegalArgumentException if they do not fit
  public static <R extends Record> R with(R owner, @Nullable Object... pairs) {
    @SuppressWarnings("unchecked") // The class of the owner.
    Class<R> type = (Class<R>) owner.getClass();
    return copy(type, owner, pairs);
  }

  /// A record of a type with the values that another one has under the same keys.
  ///
  /// @param pairs keys whose values differ or that the other one lacks, each followed by its value,
  ///     null for unknown
  /// @throws IllegalArgumentException if they do not fit, or the type does not have one of them
  public static <R> R copy(Class<R> type, Record from, @Nullable Object... pairs) {
    Map<Object, @Nullable Object> values = new HashMap<>();
    of(from.getClass()).forEach(field -> values.put(field.key(), field.of(from)));
    for (int at = 0; at < pairs.length; at += 2) {
      String key = (String) Objects.requireNonNull(pairs[at]);
      keys(type, key);
      values.put(key, pairs[at + 1]);
    }
    List<@Nullable Object> all = new ArrayList<>();
    for (Field field : of(type)) {
      if (!values.containsKey(field.key())) {
        throw new IllegalArgumentException(
            "no value is given for " + field.key() + " of " + type.getSimpleName());
      }
      all.add(values.get(field.key()));
    }
    return type.cast(make(type, all));
  }

  /// What stands in a component of that type when nothing is known.
  private static @Nullable Object unknown(Class<?> type) {
    return type == List.class
        ? List.of()
        : type == Set.class
            ? Set.of()
            : type == Map.class
                ? Map.of()
                : type == Attributes.class
                    ? Attributes.NONE
                    : type == Need.Purchase.class ? Need.Purchase.UNKNOWN : null;
  }

  /// A word of a closed list as the format has it; a grade is a capital letter.
  public static String word(Enum<?> value) {
    return value instanceof Grade grade ? grade.name() : Word.of(value);
  }

  private interface Call<T> {
    T run() throws ReflectiveOperationException;
  }

  private static <T> T call(Call<T> call) {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
