package greenpair.catalog;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that a city says it needs; its name is the need in one sentence.
///
/// @param instruments finance instruments that the city asks for; empty is unknown
/// @param budget size of the deal
/// @param attributes in what past projects can be like it
/// @param standing whether it is still to be met; null if this was not checked
/// @param purchase how it is to be bought, as far as that is known
/// @param excludes fuels that a solution must not use, such as coal for clean heating
/// @param replaces the practice that is to go, by its name in `savings.yaml`; null when unknown
public record Need(
    Profile profile,
    EntryId city,
    List<Code> instruments,
    @Nullable Money budget,
    @Nullable Stage stage,
    Attributes attributes,
    @Nullable Standing standing,
    Purchase purchase,
    List<Fuel> excludes,
    @Nullable String replaces)
    implements Entry {
  /// How far the city's project has come.
  public enum Stage {
    IDEA,
    STUDY,
    PREPARATION,
    TENDER,
    CONSTRUCTION
  }

  /// Whether it is still to be met.
  public enum State {
    /// Nobody has been chosen yet.
    OPEN,
    /// A tender or another choice is under way.
    PROCURING,
    /// Somebody has been chosen.
    CONTRACTED,
    /// It has been done.
    MET,
    /// The city no longer wants it.
    WITHDRAWN
  }

  /// A state with its date and what is known of it.
  ///
  /// @param stated when the city stated the need, null when unknown
  /// @param state null if it was checked and could not be determined
  /// @param since null when unknown
  /// @param by the deployments that met it, or were contracted for it
  public record Standing(
      @Nullable PartialDate stated,
      @Nullable State state,
      @Nullable PartialDate since,
      @Nullable Text note,
      List<EntryId> by) {
    private static final Set<State> WITH_SOMEBODY = Set.of(State.CONTRACTED, State.MET);

    public Standing {
      by = List.copyOf(by);
      if (stated != null && since != null && since.last().isBefore(stated.first())) {
        throw new Entry.InvalidException(
            "need_since",
            "since must not be before stated, but " + since + " is before " + stated,
            "since",
            since,
            "stated",
            stated);
      }
      if (!by.isEmpty() && (state == null || !WITH_SOMEBODY.contains(state))) {
        throw new Entry.InvalidException(
            "need_by",
            "by is allowed only for a need that is contracted or met, but names "
                + by.size()
                + " for one that is neither",
            "count",
            by.size());
      }
    }
  }

  /// How a need is to be bought; all of it may be unknown. What sort of body buys and whose money
  /// pays are attributes, which past work is compared by.
  ///
  /// @param buyer the body that signs, which is often not the city
  /// @param size how much is wanted, in words
  /// @param due when it is to be done
  /// @param deadline the same in words
  /// @param route how it is bought, in words
  public record Purchase(
      @Nullable Text buyer,
      @Nullable Text size,
      @Nullable PartialDate due,
      @Nullable Text deadline,
      @Nullable Text route) {
    /// Nothing is known.
    public static final Purchase UNKNOWN = new Purchase(null, null, null, null, null);
  }

  public Need {
    instruments = List.copyOf(instruments);
    excludes = List.copyOf(excludes);
  }

  /// A need of which nothing more is known.
  public Need(
      Profile profile,
      EntryId city,
      List<Code> instruments,
      @Nullable Money budget,
      @Nullable Stage stage,
      Attributes attributes) {
    this(
        profile,
        city,
        instruments,
        budget,
        stage,
        attributes,
        null,
        Purchase.UNKNOWN,
        List.of(),
        null);
  }

  /// The same with another profile and budget.
  public Need with(Profile other, @Nullable Money otherBudget) {
    return new Need(
        other,
        city,
        instruments,
        otherBudget,
        stage,
        attributes,
        standing,
        purchase,
        excludes,
        replaces);
  }

  /// The state, null when it is unknown.
  public @Nullable State state() {
    return standing == null ? null : standing.state();
  }

  /// Whether partners are looked for: it is open, being procured, or its state is unknown.
  public boolean isOpen() {
    State state = state();
    return state == null || state == State.OPEN || state == State.PROCURING;
  }

  @Override
  public Kind kind() {
    return Kind.NEED;
  }
}
