package greenpair.index.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Records as bytes: their components one after another, each as its type says. Only a `@Nullable`
/// component may be null. The bytes say nothing of the record, so they can only be read while it
/// has the same components: see the format number of
/// [Manifest][greenpair.index.generation.Manifest].
final class RecordCodec {
  /// How the values of a type are written and read.
  record Form(
      BiConsumer<Packed.Writer, @Nullable Object> writer,
      Function<Packed.Reader, @Nullable Object> reader) {
    void write(Packed.Writer out, @Nullable Object value) {
      writer.accept(out, value);
    }

    @Nullable Object read(Packed.Reader in) {
      return reader.apply(in);
    }
  }

  private final Map<Class<?>, Form> forms = new HashMap<>();
  private final Map<Class<?>, Form> optional = new HashMap<>();

  /// @param own forms of types that have shorter ones than their components
  RecordCodec(Map<Class<?>, Form> own) {
    forms.putAll(own);
    forms.put(String.class, RecordCodec.<String>form(Packed.Writer::text, Packed.Reader::mustText));
    forms.put(int.class, RecordCodec.<Integer>form(Packed.Writer::count, Packed.Reader::count));
    forms.put(Integer.class, RecordCodec.<Integer>form(Packed.Writer::count, Packed.Reader::count));
    forms.put(
        Long.class, RecordCodec.<Long>form(Packed.Writer::longCount, Packed.Reader::longCount));
    forms.put(boolean.class, RecordCodec.<Boolean>form(Packed.Writer::flag, Packed.Reader::isSet));
    Form number = form(Packed.Writer::number, Packed.Reader::number);
    forms.put(double.class, number);
    forms.put(Double.class, number);
    forms.put(
        LocalDate.class,
        RecordCodec.<LocalDate>form(
            (out, date) -> out.text(date.toString()), in -> LocalDate.parse(in.mustText())));
    optional.put(String.class, form(Packed.Writer::text, Packed.Reader::text));
    optional.put(Integer.class, form(Packed.Writer::whole, Packed.Reader::whole));
    optional.put(Boolean.class, form(Packed.Writer::flag, Packed.Reader::flag));
    optional.put(Double.class, number);
  }

  /// The form of a type whose values these two write and read.
  @SuppressWarnings("unchecked") // A form is only used for values of its type.
  static <T extends @Nullable Object> Form form(
      BiConsumer<Packed.Writer, T> write, Function<Packed.Reader, T> read) {
    return new Form(
        (BiConsumer<Packed.Writer, @Nullable Object>) write,
        (Function<Packed.Reader, @Nullable Object>) read);
  }

  /// The form of a record, an enum, a sealed interface of records, or a simple type.
  Form of(Class<?> type) {
    Form known = forms.get(type);
    if (known == null) {
      known = type.isRecord() ? record(type) : type.isEnum() ? choice(type) : alternatives(type);
      forms.put(type, known);
    }
    return known;
  }

  /// The components of a record by their declared types.
  Form record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Form[] parts = new Form[components.length];
    MethodHandle[] getters = new MethodHandle[components.length];
    MethodHandle maker = maker(type, components);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = of(components[i].getAnnotatedType());
      getters[i] = getter(components[i]);
    }
    return form(
        (out, value) -> {
          for (int i = 0; i < parts.length; i++) {
            parts[i].write(out, get(getters[i], value));
          }
        },
        in -> {
          @Nullable Object[] values = new @Nullable Object[parts.length];
          for (int i = 0; i < values.length; i++) {
            values[i] = parts[i].read(in);
          }
          return make(maker, values);
        });
  }

  private Form of(AnnotatedType type) {
    boolean isOptional = type.isAnnotationPresent(Nullable.class);
    if (type instanceof AnnotatedParameterizedType collection) {
      return isOptional ? flagged(collection(collection)) : collection(collection);
    }
    Class<?> plain = (Class<?>) type.getType();
    if (!isOptional || plain.isEnum()) {
      return of(plain);
    }
    Form known = optional.get(plain);
    return known == null ? flagged(of(plain)) : known;
  }

  /// A byte says whether there is a value.
  private static Form flagged(Form form) {
    return RecordCodec.<@Nullable Object>form(
        (out, value) -> {
          out.flag(value != null);
          if (value != null) {
            form.write(out, value);
          }
        },
        in -> in.isSet() ? form.read(in) : null);
  }

  private static Form choice(Class<?> type) {
    Object[] constants = type.getEnumConstants();
    return RecordCodec.<@Nullable Object>form(
        (out, value) -> out.choice((Enum<?>) value), in -> in.choice(constants));
  }

  private Form alternatives(Class<?> type) {
    Class<?>[] types = type.getPermittedSubclasses();
    if (types == null) {
      throw new IllegalArgumentException("a value of the type " + type + " has no form");
    }
    List<Class<?>> all = List.of(types);
    List<Form> each = all.stream().map(this::of).toList();
    return RecordCodec.<Object>form(
        (out, value) -> {
          int at = all.indexOf(value.getClass());
          out.count(at);
          each.get(at).write(out, value);
        },
        in -> Objects.requireNonNull(each.get(in.count()).read(in)));
  }

  private Form collection(AnnotatedParameterizedType type) {
    Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
    AnnotatedType[] elements = type.getAnnotatedActualTypeArguments();
    Form first = of(elements[0]);
    if (raw == Map.class) {
      Form second = of(elements[1]);
      return RecordCodec.<Map<?, ?>>form(
          (out, map) -> {
            out.count(map.size());
            map.forEach(
                (key, value) -> {
                  first.write(out, key);
                  second.write(out, value);
                });
          },
          in -> {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            for (int left = in.count(); left > 0; left--) {
              map.put(first.read(in), second.read(in));
            }
            return map;
          });
    }
    return RecordCodec.<Collection<?>>form(
        (out, values) -> {
          out.count(values.size());
          values.forEach(each -> first.write(out, each));
        },
        in -> {
          Object[] values = new Object[in.count()];
          for (int i = 0; i < values.length; i++) {
            values[i] = Objects.requireNonNull(first.read(in));
          }
          return raw == Set.class ? new TreeSet<>(List.of(values)) : List.of(values);
        });
  }

  private static MethodHandle maker(Class<?> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return MethodHandles.publicLookup()
          .findConstructor(type, MethodType.methodType(void.class, types))
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " is no public record", e);
    }
  }

  private static MethodHandle getter(RecordComponent component) {
    try {
      return MethodHandles.publicLookup()
          .unreflect(component.getAccessor())
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(component + " is not public", e);
    }
  }

  private static @Nullable Object get(MethodHandle getter, Object from) {
    try {
      return (Object) getter.invokeExact(from);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object make(MethodHandle maker, @Nullable Object[] values) {
    try {
      return (Object) maker.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
