package greenpair.program;

import module java.base;

import com.fasterxml.jackson.annotation.JsonIgnore;
import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.program.Submissions.Submission.Sort;
import greenpair.program.Submissions.Submission.State;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import greenpair.program.access.Confidential;
import greenpair.program.database.Filter;
import greenpair.program.database.Page;
import greenpair.program.database.Rows;
import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

/// What firms and cities send a coordinator for review.
public record Submissions(Rows rows) {
  /// What a list is narrowed to; null narrows nothing.
  public record Selection(
      @Nullable Sort sort,
      @Nullable State state,
      @Nullable Kind kind,
      @Nullable EntryId entry,
      @Nullable EntryId city,
      @Nullable EntryId need) {}

  /// Those that the caller may see, newest first.
  public Page<Submission> list(Selection wanted, Caller caller, long before, int limit) {
    Filter filter =
        new Filter(before)
            .whereEquals("sort", wanted.sort())
            .whereEquals("state", wanted.state())
            .whereEquals("kind", wanted.kind())
            .whereEquals("entry", wanted.entry())
            .whereEquals("city", wanted.city())
            .whereEquals("need", wanted.need());
    if (!caller.isAtLeast(Role.COORDINATOR)) {
      List<Object> values = new ArrayList<>(List.of(State.ACCEPTED, Sort.CLAIM, Sort.INTEREST));
      values.add(caller.isSignedIn() ? Sort.REQUEST : Sort.INTEREST);
      values.add(Sort.REQUEST);
      values.addAll(caller.cities());
      String own = "sort = ? AND city IN (" + Rows.marks(caller.cities().size()) + ")";
      filter.where("((state = ? AND sort IN (?, ?, ?)) OR (" + own + "))", values);
    }
    return filter.page(rows, "submission", Submission.class, limit, Submission::seq);
  }

  public Optional<Submission> find(String id) {
    return rows.find(Submission.class, "submission", id);
  }

  /// Those that are open or accepted and of the same sort about the same entry and need.
  public List<Submission> alike(Submission draft) {
    return new Filter(Page.NEWEST)
        .whereEquals("sort", draft.sort())
        .whereEquals("kind", draft.kind())
        .whereEquals("entry", draft.entry())
        .whereEquals("need", draft.need())
        .where("state IN (?, ?)", List.of(State.OFFERED, State.ACCEPTED))
        .read(rows, "submission", Submission.class, 1_000);
  }

  /// How many nobody has answered yet.
  public int open() {
    return rows.one(
            "SELECT COUNT(*) AS times FROM submission WHERE state = ?",
            row -> (int) row.number("times"),
            State.OFFERED)
        .orElse(0);
  }

  /// Adds one.
  ///
  /// @param draft with a place and an id that count for nothing
  public Submission add(Submission draft) {
    return rows.add("submission", draft, Map.of());
  }

  /// Answers one that is open; false if it is not.
  ///
  /// @param available null leaves it as it is
  public boolean answer(
      String id, State state, @Nullable LocalDate available, @Nullable String reason, Stamp stamp) {
    return rows.update(
            "UPDATE submission SET state = ?, available = COALESCE(?, available), reason = ?,"
                + " settled_by = ?, settled = ? WHERE id = ? AND state = ?",
            state,
            available,
            reason,
            stamp.by(),
            stamp.at(),
            id,
            State.OFFERED)
        == 1;
  }

  /// Withdraws one and removes the person; one that was withdrawn already stays as it is.
  public Submission withdraw(String id, Stamp stamp) {
    rows.update(
        "UPDATE submission SET state = ?, settled_by = ?, settled = ?,"
            + " name = NULL, email = NULL, phone = NULL WHERE id = ? AND state <> ?",
        State.WITHDRAWN,
        stamp.by(),
        stamp.at(),
        id,
        State.WITHDRAWN);
    return find(id).orElseThrow();
  }

  /// What a firm or a city sends a coordinator. Its id is known to the sender, to the city that it
  /// concerns and to coordinators only: who has it may see and withdraw it.
  ///
  /// @param kind of the entry; null with the entry
  /// @param entry the partner concerned; null for one that the catalog does not have
  /// @param city that has the need; null without one
  /// @param need null for a claim or a correction
  /// @param organisation as the sender writes it
  /// @param person null once it was withdrawn, and for a request
  /// @param available first day on which the partner could begin; null if unknown
  /// @param body in the sender's words; may be empty
  /// @param settled null while it is open
  /// @param reason of the answer
  public record Submission(
      @JsonIgnore long seq,
      String id,
      Sort sort,
      State state,
      @Nullable Kind kind,
      @Nullable EntryId entry,
      @Nullable EntryId city,
      @Nullable EntryId need,
      @Nullable String organisation,
      @Nullable Person person,
      @Nullable LocalDate available,
      String body,
      Stamp made,
      @Nullable Stamp settled,
      @Nullable String reason)
      implements Confidential {
    @Override
    public List<String> secrets() {
      return person == null ? List.of() : List.of(subject());
    }

    /// What it is about, not who sent it.
    public String subject() {
      return "submission " + id + (kind == null ? "" : " of " + kind.word() + " " + entry);
    }

    public enum Sort {
      /// The sender works for the partner and vouches for its profile.
      CLAIM,
      /// Something in a profile is wrong.
      CORRECTION,
      /// A partner is interested in a need.
      INTEREST,
      /// A city asks whether a partner is interested in its need.
      REQUEST
    }

    public enum State {
      OFFERED,
      ACCEPTED,
      DECLINED,
      WITHDRAWN
    }

    /// Who sent it.
    public record Person(String name, @Nullable String email, @Nullable String phone) {}

    /// What the caller may see of it: the id, the words and the person only if the caller may
    /// change what belongs to its city.
    public Submission seenBy(Caller caller) {
      return caller.mayChange(city)
          ? this
          : FieldTable.with(this, "id", "", "person", null, "body", "", "reason", null);
    }

    /// Whether the same person says the same again.
    public boolean isRepeatedBy(Submission other) {
      return Objects.equals(organisation, other.organisation)
          && Objects.equals(person, other.person)
          && Objects.equals(available, other.available)
          && body.equals(other.body);
    }
  }
}
