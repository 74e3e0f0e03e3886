package greenpair.index.document;

import greenpair.catalog.EntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/// Deployments by the id of a partner, in the order in which they came. It takes about 40 bytes of
/// heap for each partner and 8 for each of its deployments, a quarter of what a map of lists takes,
/// which decides whether a million firms build in a heap of 1 GiB.
///
/// For use by one thread.
final class JoinedLists {
  private static final int END = -1;

  private final BytesRefHash ids = new BytesRefHash();
  private int[] first = new int[0];
  private int[] last = new int[0];

  /// The deployments of all partners, each with the place of the next one of the same partner.
  private final List<Joined> all = new ArrayList<>();

  private int[] next = new int[0];

  void add(EntryId partner, Joined joined) {
    int at = all.size();
    all.add(joined);
    next = ArrayUtil.grow(next, at + 1);
    next[at] = END;
    int place = ids.add(new BytesRef(partner.value()));
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

  /// Those of a partner that do not refer to a missing entry.
  List<Joined> of(EntryId partner) {
    int place = ids.find(new BytesRef(partner.value()));
    return place < 0 ? List.of() : of(place).stream().filter(each -> !each.isDangling).toList();
  }

  private List<Joined> of(int place) {
    List<Joined> found = new ArrayList<>(1);
    for (int at = first[place]; at != END; at = next[at]) {
      found.add(all.get(at));
    }
    return found;
  }

  /// Marks the deployments whose city or partner does not exist.
  void settle(IntPredicate hasCity, Predicate<EntryId> exists) {
    all.forEach(each -> each.isDangling |= !hasCity.test(each.city));
    BytesRef id = new BytesRef();
    for (int place = 0; place < ids.size(); place++) {
      if (!exists.test(new EntryId(ids.get(place, id).utf8ToString()))) {
        of(place).forEach(each -> each.isDangling = true);
      }
    }
  }
}
