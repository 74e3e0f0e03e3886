package greenpair.match.gate;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Partner;
import greenpair.catalog.Profile;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.value.Word;
import greenpair.match.settings.Verdict;
import org.jspecify.annotations.Nullable;

/// The result of one hard rule for a candidate. A gate never changes a score: if it fails, the
/// entry is removed and listed with the reason; if the result is unknown, the entry stays, with a
/// caution.
///
/// @param because the reason for people
/// @param deployment on which the rule rests instead of a field of the entry; null for none
/// @param source of the fact that the rule reads, with its date and whether it was checked; null
///     until an answer shows it ([#from])
public record Gate(
    Name gate,
    Verdict verdict,
    Text because,
    @Nullable EntryId deployment,
    @Nullable Provenance source) {
  /// The name of a hard rule.
  public enum Name implements Word {
    ALIVE("status"),
    SELLER("role"),
    MARKET("market"),
    PROCUREMENT("procurement"),
    BORROWER("borrowers"),
    MEMBERSHIP("memberships"),
    INSTRUMENT("instruments"),
    CONFIDENTIAL("confidential"),
    TICKET("ticket"),
    STAGE("type"),
    CONFLICT("conflicts"),
    LANGUAGE("languages"),
    DAYS("days");

    /// The field of an entry that the gate reads.
    private final String field;

    Name(String field) {
      this.field = field;
    }
  }

  Gate(Name gate, Verdict verdict, Text because) {
    this(gate, verdict, because, null);
  }

  Gate(Name gate, Verdict verdict, Text because, @Nullable Provenance source) {
    this(gate, verdict, because, null, source);
  }

  /// The same with the source of the field that the gate looks at ([Provenance#first]), of the
  /// entry or of the deployment; it counts as unchecked for a field that is listed as such.
  public Gate from(Entry entry, Function<EntryId, Entry> deployments) {
    if (source != null) {
      return this;
    }
    Entry basis = deployment == null ? entry : deployments.apply(deployment);
    Profile profile = basis.profile();
    String fact = fact(basis);
    Provenance first = Provenance.first(fact, profile.provenance());
    Provenance shown =
        new Provenance(
            first.source(),
            first.record(),
            first.publisher(),
            first.published(),
            first.retrieved(),
            first.verified() && !profile.unverified().contains(fact),
            null,
            List.of());
    return new Gate(gate, verdict, because, deployment, shown);
  }

  /// Whether a partner exists follows from its status, or else from when it was last seen.
  private String fact(Entry entry) {
    if (entry instanceof Deployment done) {
      return done.end() == null ? "start" : "end";
    }
    if (gate == Name.ALIVE) {
      Partner partner = Entry.partner(entry);
      Partner.Status status = partner.status();
      boolean isActive = status == null || status == Partner.Status.ACTIVE;
      return isActive && partner.seen() != null ? "seen" : "status";
    }
    return gate.field;
  }
}
