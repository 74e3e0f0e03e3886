package greenpair.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a fact is from.
///
/// @param source an address or the name of a registry
/// @param record the id of the record there, null when it has none
/// @param retrieved the day it was read, null when unknown
/// @param verified false for what is remembered or assumed
/// @param note what the source covers, or what is doubtful, in English
public record Provenance(
    String source,
    @Nullable String record,
    @Nullable LocalDate retrieved,
    boolean verified,
    @Nullable String note) {
  public Provenance {
    if (source.isBlank()) {
      throw new IllegalArgumentException(
          "a source is an address or the name of a registry; got a blank");
    }
  }
}
