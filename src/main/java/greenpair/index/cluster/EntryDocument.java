package greenpair.index.cluster;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

/// The document of an entry.
///
/// @param place in the generation, from 0
/// @param kind its word
/// @param line of the catalog format, exactly as it was read
record EntryDocument(long place, String kind, String id, String line) {
  /// Its id in the index, the same in every attempt to send it.
  String key() {
    return kind + ":" + id;
  }

  /// CRC-32C of lines, each with a line feed behind it.
  static long crc(List<EntryDocument> lines) {
    CRC32C crc = new CRC32C();
    for (EntryDocument each : lines) {
      crc.update(each.line.getBytes(StandardCharsets.UTF_8));
      crc.update('\n');
    }
    return crc.getValue();
  }
}
