package greenpair.index.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The compact form of optional values in doc values. Unknown has its own marker and is never a
/// zero.
public final class Packed {
  private Packed() {}

  /// Writes into memory, where no I/O can fail.
  public static final class Writer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    private final OutputStreamDataOutput out = new OutputStreamDataOutput(bytes);

    public void count(int value) {
      run(() -> out.writeVInt(value));
    }

    void whole(@Nullable Integer value) {
      run(() -> out.writeVInt(value == null ? 0 : value + 1));
    }

    void number(@Nullable Double value) {
      run(() -> out.writeLong(Double.doubleToLongBits(value == null ? Double.NaN : value)));
    }

    void small(double value) {
      run(() -> out.writeInt(Float.floatToIntBits((float) value)));
    }

    void longCount(long value) {
      run(() -> out.writeVLong(value));
    }

    public void text(@Nullable String value) {
      run(() -> out.writeString(value == null ? "" : value));
    }

    void flag(@Nullable Boolean value) {
      run(() -> out.writeByte((byte) (value == null ? 2 : value ? 1 : 0)));
    }

    /// The place of the constant is safe here: a generation is read only under the format number
    /// that wrote it, see [Manifest][greenpair.index.generation.Manifest].
    @SuppressWarnings("EnumOrdinal")
    void choice(@Nullable Enum<?> value) {
      run(() -> out.writeByte((byte) (value == null ? 0 : value.ordinal() + 1)));
    }

    public byte[] toBytes() {
      return bytes.toByteArray();
    }

    private static void run(Write write) {
      try {
        write.run();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private interface Write {
      void run() throws IOException;
    }
  }

  /// Reads what [Writer] wrote, in the same order.
  public static final class Reader {
    private final ByteArrayDataInput in;

    public Reader(BytesRef bytes) {
      in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    }

    int count() {
      return in.readVInt();
    }

    @Nullable Integer whole() {
      int value = in.readVInt();
      return value == 0 ? null : (Integer) (value - 1);
    }

    @Nullable Double number() {
      double value = Double.longBitsToDouble(in.readLong());
      return Double.isNaN(value) ? null : (Double) value;
    }

    double small() {
      return Float.intBitsToFloat(in.readInt());
    }

    long longCount() {
      return in.readVLong();
    }

    public @Nullable String text() {
      String value = mustText();
      return value.isEmpty() ? null : value;
    }

    String mustText() {
      try {
        return in.readString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Nullable Boolean flag() {
      return switch (in.readByte()) {
        case 0 -> false;
        case 1 -> true;
        default -> null;
      };
    }

    boolean isSet() {
      return in.readByte() == 1;
    }

    <E> @Nullable E choice(E[] values) {
      int ordinal = in.readByte();
      return ordinal == 0 ? null : values[ordinal - 1];
    }
  }
}
