package greenpair.index.cluster;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The names of the indexes that hold one generation. OpenSearch wants small letters.
///
/// @param name of the cluster's settings
/// @param id of the generation
record IndexSet(String name, String id) {
  private static final Pattern ID = Pattern.compile("([0-9]{8})t([0-9]{6}\\.[0-9]{3})z(x*)");

  /// The set that an index of entries belongs to; nothing for another index.
  static Optional<IndexSet> of(String name, String index) {
    if (!index.startsWith(name + "-")) {
      return Optional.empty();
    }
    var found = ID.matcher(index.substring(name.length() + 1));
    return found.matches()
        ? Optional.of(
            new IndexSet(name, found.group(1) + "T" + found.group(2) + "Z" + found.group(3)))
        : Optional.empty();
  }

  /// One document for each entry.
  String entries() {
    return name + "-" + id.toLowerCase(Locale.ROOT);
  }

  /// The contents document of the generation and the files kept with it, in parts.
  String files() {
    return entries() + "-files";
  }

  /// The alias to which documents are written while loading. A write to a deleted index would
  /// create it again; a write to a missing alias fails.
  String loading() {
    return entries() + "-loading";
  }

  /// The alias of the published generation.
  static String published(String name) {
    return name + "-published";
  }

  /// The index with the journal of publications.
  static String journal(String name) {
    return name + "-journal";
  }
}
