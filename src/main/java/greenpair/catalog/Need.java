package greenpair.catalog;

import module java.base;

import greenpair.catalog.Deployment.Quantity;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Fuel;
import greenpair.catalog.value.InvalidException;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Word;
import org.jspecify.annotations.Nullable;

/// A need that a city has stated; its name states the need in one sentence.
///
/// @param instruments finance instruments that the city asks for; empty is unknown
/// @param standing whether it is still open; null if this was not checked
/// @param purchase how it will be purchased, as far as known
/// @param excludes fuels that a solution must not use, such as coal for clean heating
/// @param replaces the practice to be replaced, by its name in `savings.yaml`; null if unknown
public record Need(
    Profile profile,
    EntryId city,
    @Rule.Under("FIN") List<Code> instruments,
    @Nullable Money budget,
    @Nullable Stage stage,
    Attributes attributes,
    @Nullable Standing standing,
    Purchase purchase,
    List<Fuel> excludes,
    @Rule.Form(value = "[a-z][a-z0-9_-]{0,39}", rule = "value.name") @Nullable String replaces)
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
    /// No supplier has been selected.
    OPEN,
    /// A tender or another selection is under way.
    PROCURING,
    /// Others plan to meet it, and nothing has begun.
    PLANNED,
    /// A supplier has been selected.
    CONTRACTED,
    /// The need has been met.
    MET,
    /// The city no longer wants it.
    WITHDRAWN
  }

  /// Whether a source states it.
  public enum Origin {
    STATED,
    /// No source states it: the editors of the catalog expect it of such a city.
    ASSUMED
  }

  /// A state with its date and details.
  ///
  /// @param origin null if it is not known, which counts as stated
  /// @param statedBy who stated it
  /// @param state null if it was checked and could not be determined
  /// @param by the deployments that met it, or were contracted for it
  public record Standing(
      @Nullable Origin origin,
      @Rule.Past @Nullable PartialDate stated,
      @Nullable Text statedBy,
      @Nullable State state,
      @Rule.Past @Nullable PartialDate since,
      @Nullable Text note,
      List<EntryId> by) {
    private static final Set<State> WITH_SOMEBODY = Set.of(State.CONTRACTED, State.MET);

    public Standing {
      by = List.copyOf(by);
      if (stated != null && since != null && since.last().isBefore(stated.first())) {
        throw new InvalidException("need_since", "since", since, "stated", stated);
      }
      if (!by.isEmpty() && (state == null || !WITH_SOMEBODY.contains(state))) {
        throw new InvalidException("need_by", "count", by.size());
      }
    }
  }

  /// What is bought: it decides which roles of a project can deliver it.
  public enum Good implements Word {
    /// Vehicles, panels, heat pumps.
    PRODUCT,
    /// Products fitted on site.
    INSTALLATION,
    /// Plants, lines and buildings.
    WORKS,
    /// Energy, or savings, under a long contract.
    ENERGY_SERVICE,
    /// A plan, a design or an audit.
    DESIGN,
    SOFTWARE,
    /// The operation of a service, such as the collection of waste.
    OPERATION
  }

  /// How a need will be purchased; every part may be unknown. The kind of buyer and the source of
  /// funds are attributes, because past work is compared by them.
  ///
  /// @param buyer the body that signs, which is often not the city
  /// @param buys what is bought; empty leaves it to the rule of its first technology
  /// @param size how much is wanted, in words
  /// @param quantity how much of the first technology is wanted
  /// @param due when it is to be done
  /// @param route the procurement route, in words
  public record Purchase(
      @Nullable Text buyer,
      List<Good> buys,
      @Nullable Text size,
      @Nullable Quantity quantity,
      @Nullable PartialDate due,
      @Nullable Text deadline,
      @Nullable Text route) {
    /// Nothing is known.
    public static final Purchase UNKNOWN =
        new Purchase(null, List.of(), null, null, null, null, null);

    public Purchase {
      buys = List.copyOf(buys);
    }
  }

  public Need {
    instruments = List.copyOf(instruments);
    excludes = List.copyOf(excludes);
  }

  /// The state, null if it is unknown.
  public @Nullable State state() {
    return standing == null ? null : standing.state();
  }

  /// Whether no source states it.
  public boolean isAssumed() {
    return standing != null && standing.origin() == Origin.ASSUMED;
  }

  /// The word for where it stands: `ASSUMED`, or the name of its state; null if that is unknown.
  public @Nullable String word() {
    State state = state();
    return isAssumed() ? Origin.ASSUMED.name() : state == null ? null : state.name();
  }

  /// Whether partners are looked for: it is stated, and open, being procured, or of an unknown
  /// state.
  public boolean isOpen() {
    State state = state();
    return !isAssumed() && (state == null || state == State.OPEN || state == State.PROCURING);
  }

  @Override
  public Kind kind() {
    return Kind.NEED;
  }
}
