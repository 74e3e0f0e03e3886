package greenpair.match.settings;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Need;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Attributes.Size;
import greenpair.catalog.value.DealSizes;
import greenpair.catalog.value.Fuel;
import greenpair.index.contract.CityTraits;
import org.jspecify.annotations.Nullable;

/// One need of one city as the input of ranking.
///
/// @param need the need's id, null for one that was described in the request
/// @param technologies most important first; those of a described need in no order
/// @param instruments asked for; empty is unknown
/// @param search the words to look for: those of the need and, for a described one, the labels of
///     the concepts that they name
/// @param budget can be compared but not read
/// @param asOf year from which ages count, so that an answer can be repeated later
/// @param parties with whom an expert must have no conflict of interest, with their names: those
///     that experts name; empty for other kinds
/// @param stated the need without restricted fields; null for one described in the request
/// @param hideOwnCases whether deployments in the city itself are left out, as evaluation needs
public record MatchQuery(
    @Nullable EntryId need,
    CityTraits city,
    List<Code> technologies,
    List<Code> instruments,
    String text,
    String search,
    DealSizes budget,
    Need.@Nullable Stage stage,
    int asOf,
    boolean hideOwnCases,
    Attributes attributes,
    @Nullable Need stated,
    Map<Entry.Key, Text> parties) {
  public MatchQuery {
    technologies = List.copyOf(technologies);
    instruments = List.copyOf(instruments);
    parties = Map.copyOf(parties);
  }

  /// The same with parties.
  public MatchQuery with(Map<Entry.Key, Text> others) {
    return FieldTable.with(this, "parties", others);
  }

  /// The quantity of the first technology that is wanted, its unit in English; null if unknown.
  public @Nullable Size quantity() {
    Deployment.Quantity wanted = stated == null ? null : stated.purchase().quantity();
    return wanted == null ? null : wanted.size();
  }

  /// Fuels that nothing offered may use.
  public List<Fuel> excludes() {
    return stated == null ? List.of() : stated.excludes();
  }

  /// [Provenance#key] of each source in which the need was read: it proves nothing for the need.
  public Set<Integer> sources() {
    return stated == null
        ? Set.of()
        : stated.profile().provenance().stream().map(Provenance::key).collect(Collectors.toSet());
  }

  /// How much the technology at that position counts: a need of the catalog names first what
  /// matters most; codes found in words or given in a request count alike.
  ///
  /// @param position from 0
  public double weight(int position) {
    return need == null ? 1 : ofPosition(position);
  }

  /// Weight of a position in a list that names the most important first: 1, 0.85, 0.7 ... 0.4. One
  /// more at the end leaves the others as they are.
  ///
  /// @param position from 0
  public static double ofPosition(int position) {
    return Math.max(0.4, 1 - 0.15 * position);
  }
}
