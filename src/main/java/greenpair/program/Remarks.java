package greenpair.program;

import module java.base;

import com.fasterxml.jackson.annotation.JsonIgnore;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Tier;
import greenpair.program.access.Caller;
import greenpair.program.access.Confidential;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

/// Pins, vetoes and notes.
public record Remarks(Rows rows) {
  /// What a list is narrowed to; null narrows nothing.
  public record Selection(
      Remark.@Nullable Sort sort,
      @Nullable EntryId city,
      @Nullable EntryId need,
      @Nullable Kind kind,
      @Nullable EntryId entry,
      boolean withdrawn) {}

  public Page<Remark> list(Selection wanted, Caller caller, long before, int limit) {
    Filter filter =
        new Filter(before)
            .whereEquals("sort", wanted.sort())
            .whereEquals("city", wanted.city())
            .whereEquals("need", wanted.need())
            .whereEquals("kind", wanted.kind())
            .whereEquals("entry", wanted.entry());
    if (!wanted.withdrawn() || !caller.isSignedIn()) {
      filter.where("withdrawn IS NULL");
    }
    visibleTo(filter, caller);
    return filter.page(rows, "remark", Remark.class, limit, Remark::seq);
  }

  public Optional<Remark> find(String id) {
    return rows.find(Remark.class, "remark", id);
  }

  /// Adds a remark.
  ///
  /// @param draft with a place, an id and a time of withdrawal that count for nothing
  public Remark add(Remark draft) {
    return rows.add("remark", draft, Map.of());
  }

  /// The remark of that author that says the same and was not withdrawn.
  public Optional<Remark> same(Remark draft) {
    return rows
        .all(
            Remark.class,
            "SELECT * FROM remark WHERE sort = ? AND author = ? AND withdrawn IS NULL",
            draft.sort(),
            draft.made().by())
        .stream()
        .filter(
            each ->
                each.tier() == draft.tier()
                    && Objects.equals(each.city(), draft.city())
                    && Objects.equals(each.need(), draft.need())
                    && each.kind() == draft.kind()
                    && Objects.equals(each.entry(), draft.entry())
                    && each.body().equals(draft.body()))
        .findFirst();
  }

  /// Withdraws it; one that was withdrawn already stays as it is.
  public Remark withdraw(String id, Stamp stamp) {
    rows.update(
        "UPDATE remark SET withdrawn_by = ?, withdrawn = ? WHERE id = ? AND withdrawn IS NULL",
        stamp.by(),
        stamp.at(),
        id);
    return find(id).orElseThrow();
  }

  /// Keeps remarks that the caller may see: [Remark#isVisibleTo] as a condition, so that pages are
  /// full and disclose nothing about hidden records.
  private static void visibleTo(Filter filter, Caller caller) {
    List<String> tiers = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      if (caller.maySee(tier, null)) {
        boolean isKept = tier == Tier.PROGRAMME && !caller.seesOthers() && !caller.mayChange(null);
        String ofNone = isKept ? " AND city IS NULL" : "";
        tiers.add("(tier = ?" + ofNone + ")");
        values.add(tier);
      }
    }
    if (!caller.cities().isEmpty() && !caller.maySee(Tier.PRIVATE, null)) {
      tiers.add("city IN (" + Rows.marks(caller.cities().size()) + ")");
      values.addAll(caller.cities());
    }
    filter.where("(" + String.join(" OR ", tiers) + ")", values);
  }

  /// A pin, a veto or a note of a person. It is withdrawn, never deleted.
  ///
  /// @param city whose list it concerns; null for one about an entry in general
  /// @param need of that city; null for the whole city
  /// @param kind of the entry; null with the entry
  /// @param entry the entry concerned; null for a note about the city or the need itself
  /// @param body its text; may be empty for a pin
  /// @param withdrawn null while it is effective
  public record Remark(
      @JsonIgnore long seq,
      String id,
      Sort sort,
      Tier tier,
      @Nullable EntryId city,
      @Nullable EntryId need,
      @Nullable Kind kind,
      @Nullable EntryId entry,
      String body,
      Stamp made,
      @Nullable Stamp withdrawn)
      implements Confidential {
    @Override
    public List<String> secrets() {
      return tier == Tier.PRIVATE ? List.of("remark " + id) : List.of();
    }

    /// Whether a caller may see this remark: as its tier and city demand, and once it is withdrawn,
    /// only if signed in.
    public boolean isVisibleTo(Caller caller) {
      return (withdrawn == null || caller.isSignedIn()) && caller.maySeeRemark(tier, city);
    }

    public enum Sort {
      /// Keeps an entry in view.
      PIN,
      /// Rules an entry out, for a reason.
      VETO,
      NOTE
    }
  }
}
