package greenpair.match.gate;

import greenpair.catalog.Entry;
import greenpair.catalog.Partner;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.match.settings.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The result of one hard rule for a candidate. A gate never changes a score: if it fails, the
/// entry is removed and listed with the reason; if the result is unknown, the entry stays, with a
/// caution.
///
/// @param gate the rule's word: `market`, `alive`, `seller`, `procurement`, `borrower`,
///     `membership`, `instrument`, `ticket`, `stage`, `conflict`, `language` or `days`
/// @param because the reason for people
/// @param source of the fact that the rule reads, with its date and whether it was checked; null
///     until an answer shows it ([#from])
public record Gate(String gate, Verdict verdict, Text because, @Nullable Provenance source) {
  /// The field of an entry that a gate reads, if it has another name than the gate.
  private static final Map<String, String> FACTS =
      Map.ofEntries(
          Map.entry("seller", "role"),
          Map.entry("borrower", "borrowers"),
          Map.entry("membership", "memberships"),
          Map.entry("instrument", "instruments"),
          Map.entry("stage", "type"),
          Map.entry("conflict", "conflicts"),
          Map.entry("language", "languages"));

  Gate(String gate, Verdict verdict, Text because) {
    this(gate, verdict, because, null);
  }

  /// The same with the source of the field that the gate looks at ([Provenance#first]); it counts
  /// as unchecked for a field that the entry lists as such.
  public Gate from(Entry entry) {
    if (source != null) {
      return this;
    }
    String fact = fact(entry);
    Provenance first = Provenance.first(fact, entry.profile().provenance());
    Provenance basis =
        new Provenance(
            first.source(),
            first.record(),
            first.publisher(),
            first.published(),
            first.retrieved(),
            first.verified() && !entry.profile().unverified().contains(fact),
            null,
            List.of());
    return new Gate(gate, verdict, because, basis);
  }

  /// Whether a partner exists follows from its status, or else from when it was last seen.
  private String fact(Entry entry) {
    if (gate.equals("alive")) {
      Partner.Status status = Entry.partner(entry).status();
      return status == null || status == Partner.Status.ACTIVE ? "seen" : "status";
    }
    return FACTS.getOrDefault(gate, gate);
  }
}
