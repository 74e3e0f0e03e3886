package greenpair.program;

import module java.base;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import greenpair.catalog.EntryId;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.RecordMapper.Column;
import greenpair.program.database.Rows;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

/// Plans of the programme and the responses of cities.
public record StoredPlans(Rows rows) {
  /// Those that the caller may see: coordinators all, staff of cities those that were shared.
  public Page<StoredPlan> list(Caller caller, long before, int limit) {
    Filter filter = new Filter(before);
    if (!caller.isAtLeast(Role.COORDINATOR)) {
      filter.where(caller.isAtLeast(Role.CITY) ? "answer_until IS NOT NULL" : "1 = 0");
    }
    return filter.page(rows, "program_plan", StoredPlan.class, limit, StoredPlan::seq);
  }

  /// The one with that id, if the caller may see it or a part of it.
  public Optional<StoredPlan> find(Caller caller, String id) {
    return find(id)
        .filter(
            each ->
                caller.isAtLeast(Role.COORDINATOR)
                    || (caller.isAtLeast(Role.CITY) && each.isShared()));
  }

  private Optional<StoredPlan> find(String id) {
    return rows.find(StoredPlan.class, "program_plan", id);
  }

  public StoredPlan add(String sort, String title, String request, Stamp stamp) {
    StoredPlan.State state = StoredPlan.State.SOLVING;
    StoredPlan draft =
        new StoredPlan(
            0, "", sort, title, state, request, null, null, "[]", null, stamp, stamp.at(), null);
    return rows.add("program_plan", draft, Map.of());
  }

  /// Notes that a plan is still being solved, and how far it is.
  ///
  /// @return false if it is not being solved any more: it was cancelled
  public boolean beat(String id, String progress, Instant now) {
    return rows.update(
            "UPDATE program_plan SET beat = ?, progress = ? WHERE id = ? AND state = ?",
            now,
            progress,
            id,
            StoredPlan.State.SOLVING)
        == 1;
  }

  /// Stores the result of a plan that was being solved.
  ///
  /// @return nothing if it is not being solved any more
  public Optional<StoredPlan> end(
      String id,
      StoredPlan.State state,
      @Nullable String document,
      @Nullable String digest,
      String messages) {
    int changed =
        rows.update(
            "UPDATE program_plan SET state = ?, document = ?, digest = ?, messages = ?"
                + " WHERE id = ? AND state = ?",
            state,
            document,
            digest,
            messages,
            id,
            StoredPlan.State.SOLVING);
    return changed == 0 ? Optional.empty() : find(id);
  }

  /// Shows the cities their parts.
  ///
  /// @param until the last day on which they answer
  public StoredPlan share(String id, LocalDate until) {
    rows.update("UPDATE program_plan SET answer_until = ? WHERE id = ?", until, id);
    return find(id).orElseThrow();
  }

  /// What was answered, oldest first.
  ///
  /// @param city null for all cities
  public List<PlanReply> answers(String plan, @Nullable EntryId city) {
    String sql = "SELECT * FROM plan_answer WHERE plan = ?";
    return city == null
        ? rows.all(PlanReply.class, sql + " ORDER BY seq", plan)
        : rows.all(PlanReply.class, sql + " AND city = ? ORDER BY seq", plan, city);
  }

  /// Adds an answer.
  ///
  /// @param draft with a place and an id that count for nothing
  public PlanReply add(PlanReply draft) {
    return rows.add("plan_answer", draft, Map.of());
  }

  /// The response of a city to its part of a plan. Nothing is overwritten: of two responses to the
  /// same item, the newer one counts.
  ///
  /// @param need null for the whole part
  /// @param partner of the need's list, or the city of a pair; null for the whole part
  /// @param preferred the partner or city that it prefers; only with [Sort#PREFER]
  /// @param body the reason, in the author's words; may be empty
  public record PlanReply(
      @JsonIgnore long seq,
      String id,
      @JsonIgnore String plan,
      EntryId city,
      @Nullable EntryId need,
      @Nullable EntryId partner,
      @Column("answer") @JsonProperty("answer") Sort sort,
      @Nullable EntryId preferred,
      String body,
      Stamp made) {
    public enum Sort {
      ACCEPT,
      DECLINE,
      PREFER
    }
  }
}
