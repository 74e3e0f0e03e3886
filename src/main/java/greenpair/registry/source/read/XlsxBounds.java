package greenpair.registry.source.read;

import module java.base;

import greenpair.message.Message;
import greenpair.registry.source.value.Limits;

/// Refuses a workbook that exceeds the limits, of tags and texts ([BoundedMarkup]) too. The table
/// of shared texts, which is held in memory, is scanned once to count it, and then every sheet
/// ([SheetScan]).
final class XlsxBounds {
  private static final long SHARED_BYTES = 128L << 20;

  private XlsxBounds() {}

  /// What the library must be told of a workbook.
  ///
  /// @param hasStyles without which it cannot read formats of numbers
  /// @param isFrom1904 whether days count from 1904, where it does not see it
  record Facts(boolean hasStyles, boolean isFrom1904) {}

  static Facts check(File workbook, String file, Limits limits) throws IOException {
    if (workbook.length() == 0) {
      throw new SourceException(Message.of("file.empty_book", "file", file));
    }
    try (ZipFile zip = new ZipFile(workbook)) {
      long total = 0;
      int shared = 0;
      boolean styled = false;
      boolean isFrom1904 = false;
      for (ZipEntry entry : Collections.list(zip.entries())) {
        total += Math.max(0, entry.getSize());
        styled |= entry.getName().endsWith("styles.xml");
        if (entry.getName().endsWith("sharedStrings.xml")) {
          String name = file + "!" + entry.getName();
          try (InputStream in = bounded(zip, entry, name, limits.unpackedTo(SHARED_BYTES))) {
            shared = SheetScan.countTexts(in, name, limits);
          }
        }
      }
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String part = file + "!" + entry.getName();
        try (InputStream in = bounded(zip, entry, part, limits)) {
          isFrom1904 |= SheetScan.check(in, part, limits, shared);
        }
      }
      if (total > Math.max(Limits.FREE, workbook.length() * limits.ratio())) {
        throw new SourceException(
            Message.of(
                "file.bomb",
                "file",
                file,
                "most",
                Math.max(Limits.FREE, workbook.length() * limits.ratio())));
      }
      return new Facts(styled, isFrom1904);
    } catch (ZipException e) {
      throw new SourceException(Message.of("file.not_book", "file", file), e);
    }
  }

  private static InputStream bounded(ZipFile zip, ZipEntry entry, String name, Limits limits)
      throws IOException {
    return new BoundedMarkup(BoundedStream.of(zip, entry, name, limits), name);
  }
}
