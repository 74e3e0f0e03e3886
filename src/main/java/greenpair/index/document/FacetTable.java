package greenpair.index.document;

import greenpair.index.codec.Packed;
import greenpair.index.contract.Facet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/// Numbers of the values of facets in the index of one kind, in order of first use. A document
/// carries the numbers of all its values in one doc value, so that counting reads one column,
/// whatever the facet; the table itself is kept with the commit.
public final class FacetTable {
  private static final int SEVEN = 7;
  private static final int LOWEST = 0x7f;

  private final Map<Facet, Map<String, Integer>> numbers = new EnumMap<>(Facet.class);
  private final List<Value> values = new ArrayList<>();

  public record Value(Facet facet, String value) {}

  public static FacetTable of(Map<String, String> data) {
    FacetTable table = new FacetTable();
    for (String entry = data.get("0"); entry != null; entry = data.get(next(table))) {
      int blank = entry.indexOf(' ');
      table.number(Facet.of(entry.substring(0, blank)).orElseThrow(), entry.substring(blank + 1));
    }
    return table;
  }

  private static String next(FacetTable table) {
    return Integer.toString(table.values.size());
  }

  public Map<String, String> data() {
    Map<String, String> data = new HashMap<>();
    for (int number = 0; number < values.size(); number++) {
      Value value = values.get(number);
      data.put(Integer.toString(number), value.facet().word() + " " + value.value());
    }
    return data;
  }

  public int size() {
    return values.size();
  }

  public Value value(int number) {
    return values.get(number);
  }

  /// The number of a value, assigned at first use.
  private int number(Facet facet, String value) {
    Map<String, Integer> known = numbers.computeIfAbsent(facet, key -> new HashMap<>());
    Integer number = known.putIfAbsent(value, values.size());
    if (number == null) {
      values.add(new Value(facet, value));
      return values.size() - 1;
    }
    return number;
  }

  /// The number of a value; empty if no entry has the value.
  public Optional<Integer> find(Facet facet, String value) {
    return Optional.ofNullable(numbers.getOrDefault(facet, Map.of()).get(value));
  }

  /// The numbers of an entry's values, seven bits to a byte, the lowest first.
  public BytesRef pack(Map<Facet, Set<String>> all) {
    Packed.Writer out = new Packed.Writer();
    all.forEach((facet, each) -> each.forEach(value -> out.count(number(facet, value))));
    return new BytesRef(out.toBytes());
  }

  /// Reads packed numbers.
  ///
  /// @param into at least as long as the bytes
  /// @return how many
  public static int unpack(BytesRef packed, int[] into) {
    int count = 0;
    int end = packed.offset + packed.length;
    for (int at = packed.offset; at < end; at++) {
      int number = packed.bytes[at] & LOWEST;
      for (int shift = SEVEN; packed.bytes[at] < 0; shift += SEVEN) {
        number |= (packed.bytes[++at] & LOWEST) << shift;
      }
      into[count++] = number;
    }
    return count;
  }
}
