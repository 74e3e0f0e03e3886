package greenpair.index.document;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/// Numbers of deployments by the id of a partner or the code of a technology, in the order in which
/// they came. It takes about 40 bytes of heap for each key and 8 for each of its deployments, a
/// quarter of what a map of lists takes.
///
/// For use by one thread.
final class JoinedLists {
  private static final int END = -1;

  private final BytesRefHash keys = new BytesRefHash();
  private int[] first = new int[0];
  private int[] last = new int[0];

  /// The numbers of all keys, each with the place of the next one of the same key.
  private int[] numbers = new int[0];

  private int[] next = new int[0];
  private int size;

  void add(String key, int number) {
    int at = size++;
    numbers = ArrayUtil.grow(numbers, size);
    next = ArrayUtil.grow(next, size);
    numbers[at] = number;
    next[at] = END;
    int place = keys.add(new BytesRef(key));
    if (place < 0) {
      int known = -place - 1;
      next[last[known]] = at;
      last[known] = at;
    } else {
      first = ArrayUtil.grow(first, place + 1);
      last = ArrayUtil.grow(last, place + 1);
      first[place] = at;
      last[place] = at;
    }
  }

  int[] of(String key) {
    int place = keys.find(new BytesRef(key));
    if (place < 0) {
      return new int[0];
    }
    int[] found = new int[1];
    int count = 0;
    for (int at = first[place]; at != END; at = next[at]) {
      found = ArrayUtil.grow(found, count + 1);
      found[count++] = numbers[at];
    }
    return Arrays.copyOf(found, count);
  }
}
