package greenpair.catalog;

/// Encodes entries as bytes. The index stores full records in this form without knowing the format;
/// `registry` provides the implementation.
public interface EntryCodec {
  /// The entry as one line of the catalog format, without the line end.
  byte[] encode(Entry entry);

  /// The entry that [#encode] wrote.
  Entry decode(byte[] bytes);
}
