package greenpair.index.codec;

import module java.base;

import greenpair.catalog.FieldTable;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Records as bytes: their components one after another, each as its type says. Only a `@Nullable`
/// component may be null. The bytes say nothing of the record, so they can only be read while it
/// has the same components: see the format number of
/// [Manifest][greenpair.index.generation.Manifest].
public final class RecordCodec {
  /// Writes a value of a type.
  public interface Write<T extends @Nullable Object> {
    void write(DataOutput out, T value) throws IOException;
  }

  /// Reads a value of a type.
  public interface Read<T extends @Nullable Object> {
    T read(DataInput in) throws IOException;
  }

  /// How the values of a type are written and read.
  public record Form(Write<@Nullable Object> writer, Read<@Nullable Object> reader) {
    /// Writes into memory, where no I/O can fail.
    public BytesRef bytes(Object value) {
      ByteBuffersDataOutput out = new ByteBuffersDataOutput();
      try {
        writer.write(out, value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new BytesRef(out.toArrayCopy());
    }

    /// The value at the beginning of these bytes.
    public Object of(BytesRef bytes) {
      try {
        return Objects.requireNonNull(
            reader.read(new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final Map<Class<?>, Form> forms = new HashMap<>();

  /// @param own forms of types that have shorter ones than their components
  RecordCodec(Map<Class<?>, Form> own) {
    forms.putAll(own);
    forms.put(
        String.class, RecordCodec.<String>form(DataOutput::writeString, DataInput::readString));
    Form count = RecordCodec.<Integer>form(DataOutput::writeVInt, DataInput::readVInt);
    forms.put(int.class, count);
    forms.put(Integer.class, count);
    forms.put(Long.class, RecordCodec.<Long>form(DataOutput::writeVLong, DataInput::readVLong));
    Form flag =
        RecordCodec.<Boolean>form(
            (out, each) -> out.writeByte((byte) (each ? 1 : 0)), in -> in.readByte() == 1);
    forms.put(boolean.class, flag);
    forms.put(Boolean.class, flag);
    Form number =
        RecordCodec.<Double>form(
            (out, each) -> out.writeLong(Double.doubleToLongBits(each)),
            in -> Double.longBitsToDouble(in.readLong()));
    forms.put(double.class, number);
    forms.put(Double.class, number);
    forms.put(
        LocalDate.class,
        RecordCodec.<LocalDate>form(
            (out, date) -> out.writeString(date.toString()),
            in -> LocalDate.parse(in.readString())));
  }

  /// A codec of records without a shorter form.
  public static Form plain(Class<?> type) {
    return new RecordCodec(Map.of()).of(type);
  }

  /// The form of a type whose values these two write and read.
  @SuppressWarnings("unchecked") // A form is only used for values of its type.
  static <T extends @Nullable Object> Form form(Write<T> write, Read<T> read) {
    return new Form((Write<@Nullable Object>) write, (Read<@Nullable Object>) read);
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
    List<FieldTable.Field> fields = FieldTable.of(type);
    List<Form> parts =
        fields.stream().map(each -> of(each.component().getAnnotatedType())).toList();
    Function<@Nullable Object[], Object> maker = FieldTable.maker(type);
    return form(
        (out, value) -> {
          for (int i = 0; i < parts.size(); i++) {
            parts.get(i).writer.write(out, fields.get(i).of(value));
          }
        },
        in -> {
          @Nullable Object[] values = new @Nullable Object[parts.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = parts.get(i).reader.read(in);
          }
          return maker.apply(values);
        });
  }

  private Form of(AnnotatedType type) {
    boolean isOptional = type.isAnnotationPresent(Nullable.class);
    if (type instanceof AnnotatedParameterizedType collection) {
      return isOptional ? flagged(collection(collection)) : collection(collection);
    }
    Class<?> plain = (Class<?>) type.getType();
    return !isOptional || plain.isEnum() ? of(plain) : flagged(of(plain));
  }

  /// A byte says whether there is a value.
  private static Form flagged(Form form) {
    return RecordCodec.<@Nullable Object>form(
        (out, value) -> {
          out.writeByte((byte) (value == null ? 0 : 1));
          if (value != null) {
            form.writer.write(out, value);
          }
        },
        in -> in.readByte() == 1 ? form.reader.read(in) : null);
  }

  /// The place of a constant is safe here: a generation is read only under the format number that
  /// wrote it, see [Manifest][greenpair.index.generation.Manifest].
  @SuppressWarnings("EnumOrdinal")
  private static Form choice(Class<?> type) {
    Object[] constants = type.getEnumConstants();
    return RecordCodec.<@Nullable Enum<?>>form(
        (out, value) -> out.writeByte((byte) (value == null ? 0 : value.ordinal() + 1)),
        in -> {
          int place = in.readByte();
          return place == 0 ? null : (Enum<?>) constants[place - 1];
        });
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
          out.writeVInt(at);
          each.get(at).writer.write(out, value);
        },
        in -> Objects.requireNonNull(each.get(in.readVInt()).reader.read(in)));
  }

  private Form collection(AnnotatedParameterizedType type) {
    Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
    AnnotatedType[] elements = type.getAnnotatedActualTypeArguments();
    Form first = of(elements[0]);
    if (raw == Map.class) {
      Form second = of(elements[1]);
      return RecordCodec.<Map<?, ?>>form(
          (out, map) -> {
            out.writeVInt(map.size());
            for (Map.Entry<?, ?> each : map.entrySet()) {
              first.writer.write(out, each.getKey());
              second.writer.write(out, each.getValue());
            }
          },
          in -> {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            for (int left = in.readVInt(); left > 0; left--) {
              map.put(first.reader.read(in), second.reader.read(in));
            }
            return map;
          });
    }
    return RecordCodec.<Collection<?>>form(
        (out, values) -> {
          out.writeVInt(values.size());
          for (Object each : values) {
            first.writer.write(out, each);
          }
        },
        in -> {
          Object[] values = new Object[in.readVInt()];
          for (int i = 0; i < values.length; i++) {
            values[i] = Objects.requireNonNull(first.reader.read(in));
          }
          return raw == Set.class ? new TreeSet<>(List.of(values)) : List.of(values);
        });
  }
}
