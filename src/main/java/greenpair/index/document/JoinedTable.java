package greenpair.index.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefArray;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.Counter;

/// Joined deployments by number, in the order in which they came. An object for each would take
/// twice the heap, which decides whether a million firms build in a heap of 1 GiB.
///
/// For use by one thread.
final class JoinedTable {
  private final BytesRefArray packed = new BytesRefArray(Counter.newCounter());
  private int[] cities = new int[0];
  private int[] commons = new int[0];
  private final List<JoinedDeployment.Common> distinct = new ArrayList<>();
  private final Map<JoinedDeployment.Common, Integer> numbers = new HashMap<>();

  /// Those that refer to a missing entry and will therefore not be added.
  private final BitSet dangling = new BitSet();

  /// The number of a deployment that is added.
  int add(JoinedDeployment joined) {
    int number = packed.append(new BytesRef(joined.packed()));
    cities = ArrayUtil.grow(cities, number + 1);
    commons = ArrayUtil.grow(commons, number + 1);
    cities[number] = joined.city();
    commons[number] =
        numbers.computeIfAbsent(
            joined.common(),
            common -> {
              distinct.add(common);
              return distinct.size() - 1;
            });
    return number;
  }

  /// Those of these numbers that do not refer to a missing entry.
  List<JoinedDeployment> of(int... wanted) {
    List<JoinedDeployment> found = new ArrayList<>(wanted.length);
    BytesRefBuilder spare = new BytesRefBuilder();
    for (int number : wanted) {
      if (!dangling.get(number)) {
        BytesRef bytes = packed.get(spare, number);
        byte[] copy = Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
        found.add(new JoinedDeployment(copy, cities[number], distinct.get(commons[number])));
      }
    }
    return found;
  }

  void markDangling(int number) {
    dangling.set(number);
  }

  /// Marks those whose city does not exist.
  void settle(IntPredicate hasCity) {
    for (int number = 0; number < packed.size(); number++) {
      if (!hasCity.test(cities[number])) {
        markDangling(number);
      }
    }
  }
}
