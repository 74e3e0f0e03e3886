package greenpair.match.gate;

import greenpair.catalog.Entry;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.match.settings.Verdict;
import java.time.LocalDate;
import java.util.Comparator;
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
  /// The field of an entry that each gate reads.
  private static final Map<String, String> FACTS =
      Map.ofEntries(
          Map.entry("alive", "status"),
          Map.entry("seller", "role"),
          Map.entry("market", "market"),
          Map.entry("borrower", "borrowers"),
          Map.entry("membership", "memberships"),
          Map.entry("instrument", "instruments"),
          Map.entry("ticket", "ticket"),
          Map.entry("stage", "type"),
          Map.entry("conflict", "conflicts"),
          Map.entry("language", "languages"),
          Map.entry("days", "days"));

  Gate(String gate, Verdict verdict, Text because) {
    this(gate, verdict, because, null);
  }

  /// The same with the source of the field that the gate looks at ([Provenance#of]), a checked one
  /// before others and the newest of these; it counts as unchecked for a field that the entry lists
  /// as such. A gate that looks at no single field shows the first checked source of the entry.
  public Gate from(Entry entry) {
    if (source != null) {
      return this;
    }
    List<Provenance> all = entry.profile().provenance();
    String fact = FACTS.get(gate);
    List<Provenance> own = fact == null ? all : Provenance.of(fact, all);
    Provenance first =
        (own.isEmpty() ? all : own)
            .stream().sorted(CHECKED_THEN_NEWEST).findFirst().orElse(all.getFirst());
    boolean isChecked =
        first.verified() && (fact == null || !entry.profile().unverified().contains(fact));
    Provenance basis =
        new Provenance(
            first.source(),
            first.record(),
            first.publisher(),
            first.published(),
            first.retrieved(),
            isChecked,
            null,
            List.of());
    return new Gate(gate, verdict, because, basis);
  }

  private static final Comparator<Provenance> CHECKED_THEN_NEWEST =
      Comparator.comparing((Provenance each) -> !each.verified())
          .thenComparing(
              each -> each.published() == null ? LocalDate.MIN : each.published().last(),
              Comparator.reverseOrder());
}
