package greenpair.registry.source;

/// What a hostile or broken file may not exceed, so that memory and time stay bounded.
///
/// @param cell characters of one cell
/// @param row characters of one row
/// @param columns columns of one row
/// @param depth levels of nesting in JSON
/// @param unpacked bytes that a packed file may grow to
/// @param ratio how many times its packed size a packed file may grow beyond the first 64 MiB
record Limits(int cell, int row, int columns, int depth, long unpacked, int ratio) {
  static final Limits DEFAULT = new Limits(1 << 20, 1 << 23, 10_000, 64, 1L << 36, 200);

  /// Packed files below this size may grow at any ratio.
  static final long FREE = 64L << 20;
}
