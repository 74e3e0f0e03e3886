package greenpair.cli.index;

import module java.base;

import greenpair.cli.app.Places;
import greenpair.cli.settings.ServerSettings;
import greenpair.index.GenerationStore;
import greenpair.message.Message;
import greenpair.message.MessageException;

/// The demonstration cohort beside the launcher. It must not be mistaken for the catalog of a
/// programme: it is loaded only on request, and never replaces a generation that was built from
/// other files unless its files are named.
public final class Demonstration {
  private Demonstration() {}

  /// Refuses a run that would replace another catalog.
  ///
  /// @throws IllegalArgumentException if that is the demonstration, and the data folder is in use
  ///     for something else
  public static void checkMayReplace(GenerationStore store, List<Path> catalogs) {
    if (catalogs.equals(List.of(Places.fixtures())) && !isAll(store)) {
      throw new MessageException(
          Message.of("demo.replaces", "data", store.data(), "fixtures", Places.fixtures()));
    }
  }

  /// Whether a server without a generation indexes the demonstration: if requested, if the data
  /// folder held it before, or at the first start of a checkout in its own data folder. Never with
  /// a configured catalog, and not in an empty folder that was named, because it may be a volume
  /// that was not mounted.
  ///
  /// @throws IllegalArgumentException if it was requested where another catalog is in use
  static boolean isWanted(
      boolean isAsked, Path home, ServerSettings settings, GenerationStore store) {
    if (isAsked && settings.hasOwnCatalog()) {
      throw new MessageException(Message.of("demo.catalog_set"));
    }
    if (isAsked && !isAll(store)) {
      throw new MessageException(Message.of("demo.other_catalog", "data", store.data()));
    }
    boolean isCheckout = Files.exists(home.resolve("pom.xml")) && settings.isInPlace();
    boolean isEmpty = store.sourceNames().isEmpty();
    boolean isThere = !isEmpty && isAll(store);
    boolean isFirst = isCheckout && isEmpty && !settings.hasOwnCatalog();
    return isAsked || (isThere && !settings.hasOwnCatalog()) || isFirst;
  }

  /// Whether all generations were built from nothing but the demonstration.
  private static boolean isAll(GenerationStore store) {
    Path own = Places.fixtures().toAbsolutePath().normalize();
    return store.sourceNames().stream()
        .allMatch(name -> Path.of(name).toAbsolutePath().normalize().startsWith(own));
  }
}
