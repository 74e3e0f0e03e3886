package greenpair.catalog;

/// Writes an entry as bytes and reads it back. The index keeps full records in this form without
/// knowing it; `registry` provides it.
public interface EntryCodec {
  /// The entry as one line of the catalog format, without the line end.
  byte[] encode(Entry entry);

  /// The entry that [#encode] wrote.
  Entry decode(byte[] bytes);
}
