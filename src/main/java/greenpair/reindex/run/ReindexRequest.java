package greenpair.reindex.run;

import module java.base;

import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.registry.source.convert.Tolerance;
import org.jspecify.annotations.Nullable;

/// What a run reads and how strict it is.
///
/// @param catalogs catalog files or folders of them; may be empty if registries are named
/// @param registries registries to map and resolve; null for none, and then the catalog files are
///     indexed as they are
/// @param tolerance maximum rejected rows of one registry
/// @param keep generations to keep, at least 1
/// @param force reason for publishing even if the gate refuses; null to obey the gate
public record ReindexRequest(
    List<Path> catalogs,
    @Nullable Registries registries,
    Tolerance tolerance,
    int keep,
    String by,
    @Nullable String force) {
  /// Default number of generations that are kept.
  public static final int KEEP = 3;

  /// Which registries.
  ///
  /// @param names of mappings in `index-config/sources`; none for all of them
  /// @param gazetteer folder with `geonames/` and `koppen/`
  public record Registries(List<String> names, Path folder, Path gazetteer) {
    public Registries {
      names = List.copyOf(names);
    }
  }

  public ReindexRequest {
    catalogs = List.copyOf(catalogs);
    if (keep < 1) {
      throw new MessageException(Message.of("reindex.keep", "value", keep));
    }
    if (catalogs.isEmpty() && registries == null) {
      throw new MessageException(Message.of("reindex.reads_nothing"));
    }
    if (force != null && force.isBlank()) {
      throw new MessageException(Message.of("reindex.reason"));
    }
  }

  /// A request that keeps to the gate.
  public ReindexRequest(
      List<Path> catalogs, @Nullable Registries registries, Tolerance tolerance, int keep) {
    this(catalogs, registries, tolerance, keep, "greenpair", null);
  }

  /// Why to publish even what the gate refuses; empty to keep to the gate.
  public String reason() {
    return force == null ? "" : force;
  }

  /// The same request with its author.
  ///
  /// @param why to publish even what the gate refuses; null to keep to the gate
  public ReindexRequest by(String name, @Nullable String why) {
    return new ReindexRequest(catalogs, registries, tolerance, keep, name, why);
  }

  /// Catalog files as they are, every line good.
  public static ReindexRequest of(List<Path> catalogs) {
    return new ReindexRequest(catalogs, null, Tolerance.ANY, KEEP);
  }
}
