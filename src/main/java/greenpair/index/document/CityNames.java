package greenpair.index.document;

import greenpair.catalog.Text;
import greenpair.index.codec.Packed;
import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefArray;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.Counter;
import org.jspecify.annotations.Nullable;

/// Names of cities by ordinal, as bytes: a third of the heap that strings take.
final class CityNames {
  private static final int NONE = -1;

  private final BytesRefArray names = new BytesRefArray(Counter.newCounter());
  private int[] places = new int[0];

  void put(int ordinal, Text name) {
    int known = places.length;
    places = ArrayUtil.grow(places, ordinal + 1);
    Arrays.fill(places, known, places.length, NONE);
    Packed.Writer out = new Packed.Writer();
    out.text(name.en());
    out.text(name.zh());
    places[ordinal] = names.append(new BytesRef(out.toBytes()));
  }

  @Nullable Text of(int ordinal) {
    if (ordinal >= places.length || places[ordinal] == NONE) {
      return null;
    }
    Packed.Reader in = new Packed.Reader(names.get(new BytesRefBuilder(), places[ordinal]));
    return new Text(in.text(), in.text());
  }
}
