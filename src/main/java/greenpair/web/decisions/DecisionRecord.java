package greenpair.web.decisions;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import greenpair.web.answers.StoredRequest;

/// An answer as given, with the data needed to reproduce it: question, generation and
/// configuration. The basis of a council's decision can be checked years later, as long as the
/// generation is kept.
///
/// @param answer the JSON document of the answer, byte for byte
@JsonPropertyOrder("format")
public record DecisionRecord(
    StoredRequest question, String generation, String configuration, String answer)
    implements SealedDocument {
  private static final int FORMAT = 2;

  @JsonProperty
  int format() {
    return FORMAT;
  }

  /// Reads a document.
  ///
  /// @throws IllegalArgumentException if it is no record, or was changed
  public static DecisionRecord parse(String name, String document) {
    return SealedDocument.parse(
        DecisionRecord.class, name, document, "format", FORMAT, "record.no_record");
  }
}
