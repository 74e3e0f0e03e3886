package greenpair.registry.source.value;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.message.Message;

/// Remarks on rows of a registry that do not reject them, such as an unknown region. Each remark is
/// counted and reported once.
///
/// Thread-safe.
public final class RowRemarks {
  private static final int MOST = 10_000;
  private static final int SHOWN = 100;

  private final Map<Message, Long> counts = new ConcurrentHashMap<>();

  public void add(Message remark) {
    if (counts.size() < MOST || counts.containsKey(remark)) {
      counts.merge(remark, 1L, Long::sum);
    }
  }

  /// The most frequent remarks, these first; afterwards there are none.
  public List<Text> take() {
    List<Map.Entry<Message, Long>> all = new ArrayList<>(Map.copyOf(counts).entrySet());
    counts.clear();
    all.sort(
        Map.Entry.<Message, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(each -> each.getKey().in(Language.EN)));
    return all.stream()
        .limit(SHOWN)
        .map(
            each ->
                Message.of("note.times", "count", each.getValue(), "remark", each.getKey()).text())
        .toList();
  }
}
