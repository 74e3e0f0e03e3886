package greenpair.registry.source.convert;

import module java.base;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import greenpair.catalog.Entry;
import greenpair.catalog.Firm;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.value.Nearest;
import greenpair.message.Message;
import greenpair.registry.Origin;

/// The results of all rows; accepted, merged, skipped and rejected add up to the rows read.
///
/// @param accepted rows that gave at least one entry that no earlier row gave
/// @param merged rows whose entries were all in earlier rows and were merged with them
/// @param skipped rows that the mapping leaves out, by reason
/// @param notes what was lost on the way, such as provenance above the limit
public record RowResults(
    long read,
    long accepted,
    long merged,
    Map<String, Long> skipped,
    long rejected,
    List<Rejection> firstRejections,
    Map<String, Long> entries,
    List<Text> notes) {
  /// The reason where no entry of the mapping applies to a row.
  static final String NO_ENTRY = "no_entry";

  public RowResults {
    skipped = new TreeMap<>(skipped);
    firstRejections = List.copyOf(firstRejections);
    entries = new TreeMap<>(entries);
    notes = List.copyOf(notes);
    long all = accepted + merged + rejected + sum(skipped);
    if (all != read) {
      throw new IllegalStateException("the rows add up to " + read + ", but was " + all);
    }
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(count -> count).sum();
  }

  /// Rows left out on purpose.
  public long skippedRows() {
    return sum(skipped);
  }

  /// A reason to leave rows out, for readers: that of the mapping as it stands there.
  public static Object said(String reason) {
    return reason.equals(NO_ENTRY) ? Message.of("row.no_entry") : reason;
  }

  /// A row that broke a rule.
  public record Rejection(
      @JsonIgnore Origin origin, String column, String value, @JsonIgnore Message why) {
    /// A value that is not valid Unicode is reported in a form that can be written.
    public Rejection {
      value = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @JsonProperty
    public String file() {
      return origin.file();
    }

    @JsonProperty
    public long line() {
      return origin.line();
    }

    /// The rule in English, as files of rejects have it.
    @JsonProperty
    public String rule() {
      return why.in(Language.EN);
    }

    @JsonProperty("rule_zh")
    public String ruleZh() {
      return why.in(Language.ZH);
    }

    /// The whole fault with its place.
    public Message says() {
      Object place =
          origin.isRecord()
              ? Message.of("row.record", "file", origin.file(), "number", origin.line())
              : origin;
      return value.isEmpty()
          ? Message.of("row.rejected", "place", place, "column", column, "rule", why)
          : Message.of(
              "row.rejected_value",
              "place",
              place,
              "column",
              column,
              "rule",
              why,
              "value",
              Nearest.shorten(value));
    }

    @Override
    public String toString() {
      return says().in(Language.EN);
    }
  }

  /// Counts while a conversion runs.
  static final class Counter {
    private static final int SHOWN = 20;
    private long read;
    private long accepted;
    private long merged;
    private long rejected;
    private final Map<String, Long> skipped = new TreeMap<>();
    private final Set<String> roles = new TreeSet<>();
    private final List<Rejection> first = new ArrayList<>();

    void saw(Entry entry) {
      if (entry instanceof Firm firm) {
        roles.add(String.valueOf(firm.role()));
      }
    }

    /// Whether all firms have the role in which they are never recommended.
    boolean sellsNothing() {
      return roles.equals(Set.of(Firm.Role.OPERATOR.name()));
    }

    void accepted() {
      read++;
      accepted++;
    }

    void merged() {
      read++;
      merged++;
    }

    void skipped(String reason) {
      read++;
      skipped.merge(reason, 1L, Long::sum);
    }

    void rejected(Rejection rejection) {
      read++;
      rejected++;
      if (first.size() < SHOWN) {
        first.add(rejection);
      }
    }

    long read() {
      return read;
    }

    long rejected() {
      return rejected;
    }

    /// Rows that gave an entry.
    long good() {
      return accepted + merged;
    }

    Rejection first() {
      return first.getFirst();
    }

    RowResults close(Map<String, Long> entries, List<Text> notes) {
      return new RowResults(read, accepted, merged, skipped, rejected, first, entries, notes);
    }
  }
}
