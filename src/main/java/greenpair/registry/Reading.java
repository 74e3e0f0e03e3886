package greenpair.registry;

import greenpair.catalog.Entry;

/// What became of one line of a catalog.
public sealed interface Reading {
  /// Where the line stands.
  Origin origin();

  /// A good line.
  ///
  /// @param json the line as it stands in the file, without its end; the reader gives the array
  ///     away and never touches it again
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares readings; a copy per line is waste.
  record Accepted(Entry entry, byte[] json, Origin origin) implements Reading {}

  /// A line that is left out of the catalog.
  ///
  /// @param problem everything that is wrong with the line, joined by " | "
  record Rejected(Origin origin, String problem) implements Reading {}
}
