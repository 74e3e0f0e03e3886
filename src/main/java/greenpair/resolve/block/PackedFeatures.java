package greenpair.resolve.block;

import module java.base;

import greenpair.resolve.name.NameForm;
import java.lang.Character.UnicodeScript;

/// The features of all parties as bytes, about 100 for a firm of one name, so that a million firms
/// fit beside everything else.
public final class PackedFeatures {
  private static final UnicodeScript[] SCRIPTS = UnicodeScript.values();

  /// More than the longest names of a party take.
  private static final int MOST = 1 << 21;

  private final List<byte[]> parties = new ArrayList<>();
  private final ByteBuffer scratch = ByteBuffer.allocate(MOST);

  public int size() {
    return parties.size();
  }

  public void add(PartyFeatures features) {
    write(features, scratch.clear());
    parties.add(Arrays.copyOf(scratch.array(), scratch.position()));
  }

  public PartyFeatures get(int party) {
    ByteBuffer in = ByteBuffer.wrap(parties.get(party));
    int count = in.get();
    List<NameForm> names = new ArrayList<>(count);
    for (int at = 0; at < count; at++) {
      UnicodeScript script = SCRIPTS[Byte.toUnsignedInt(in.get())];
      boolean chinese = script == UnicodeScript.HAN;
      String core = text(in);
      String text = text(in);
      String sound = chinese ? text(in) : core.replace(" ", "");
      String whole = chinese ? text(in) : text.replace(" ", "");
      short[] words = new short[in.get()];
      for (int word = 0; word < words.length; word++) {
        words[word] = in.getShort();
      }
      names.add(new NameForm(script, core, sound, text, whole, words));
    }
    return new PartyFeatures(
        names,
        in.getInt(),
        ints(in),
        ints(in),
        in.getInt(),
        in.getInt(),
        ints(in),
        in.getShort(),
        in.getInt(),
        ints(in));
  }

  @SuppressWarnings("EnumOrdinal") // Read again by the same process.
  private static void write(PartyFeatures features, ByteBuffer out) {
    out.put((byte) features.names().size());
    for (NameForm name : features.names()) {
      out.put((byte) name.script().ordinal());
      put(name.core(), out);
      put(name.text(), out);
      if (name.chinese()) {
        put(name.sound(), out);
        put(name.whole(), out);
      }
      int words = Math.min(name.words().length, Byte.MAX_VALUE);
      out.put((byte) words);
      for (int at = 0; at < words; at++) {
        out.putShort(name.words()[at]);
      }
    }
    out.putInt(features.website());
    put(features.schemes(), out);
    put(features.identifiers(), out);
    out.putInt(features.country()).putInt(features.region());
    put(features.cities(), out);
    out.putShort((short) features.founded()).putInt(features.fields());
    put(features.markets(), out);
  }

  private static void put(String text, ByteBuffer out) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, Short.MAX_VALUE);
    out.putShort((short) length).put(bytes, 0, length);
  }

  private static void put(int[] values, ByteBuffer out) {
    int count = Math.min(values.length, Byte.MAX_VALUE);
    out.put((byte) count);
    for (int at = 0; at < count; at++) {
      out.putInt(values[at]);
    }
  }

  private static String text(ByteBuffer in) {
    int length = in.getShort();
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int[] ints(ByteBuffer in) {
    int[] values = new int[in.get()];
    for (int at = 0; at < values.length; at++) {
      values[at] = in.getInt();
    }
    return values;
  }
}
