package greenpair.match.gate;

import greenpair.catalog.Entry;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.match.rules.Verdict;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one hard rule says of a candidate. A gate never changes a score: fail removes, and the
/// answer lists what was removed and why; unknown stays, with a caution.
///
/// @param gate the rule's word: `market`, `alive`, `seller`, `trade`, `borrower`,
///     `membership`, `instrument`, `ticket` or `stage`
/// @param because the reason for people
/// @param source where the fact is from that the rule looks at, when it was read and whether it was
///     checked; null until an answer shows it ([#from])
public record Gate(String gate, Verdict verdict, Text because, @Nullable Provenance source) {
  /// The field of an entry that each gate looks at.
  private static final Map<String, String> FACTS =
      Map.of(
          "alive", "status",
          "seller", "role",
          "market", "market",
          "borrower", "borrowers",
          "membership", "memberships",
          "instrument", "instruments",
          "ticket", "ticket",
          "stage", "type");

  Gate(String gate, Verdict verdict, Text because) {
    this(gate, verdict, because, null);
  }

  /// The same with the source of the entry's fact: the first of its sources that was checked, which
  /// counts as unchecked for a field that the entry lists as such.
  public Gate from(Entry entry) {
    if (source != null) {
      return this;
    }
    Provenance first =
        entry.profile().provenance().stream()
            .filter(Provenance::verified)
            .findFirst()
            .orElse(entry.profile().provenance().getFirst());
    // A caution of trade and a confidential criterion look at no single field.
    String fact = FACTS.get(gate);
    boolean isChecked =
        first.verified() && (fact == null || !entry.profile().unverified().contains(fact));
    Provenance basis =
        new Provenance(first.source(), first.record(), first.retrieved(), isChecked, null);
    return new Gate(gate, verdict, because, basis);
  }
}
