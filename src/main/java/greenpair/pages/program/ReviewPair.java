package greenpair.pages.program;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two records that may be the same firm or financier, side by side.
///
/// @param id of the pair, the same in every run
/// @param one name, kind, source and id of the first record
/// @param answer null while the pair is open
public record ReviewPair(
    String id,
    Side one,
    Side two,
    double bits,
    List<Fact> evidence,
    List<Field> fields,
    @Nullable Decision answer) {
  public ReviewPair {
    evidence = List.copyOf(evidence);
    fields = List.copyOf(fields);
  }

  /// A record of a registry.
  ///
  /// @param name in English and Chinese; its key where the last run no longer has it
  /// @param source the registry and the id in it, such as `gbfs/lime`
  public record Side(String name, String kind, String source, List<Source> read) {
    public Side {
      read = List.copyOf(read);
    }
  }

  public record Source(String source, boolean verified) {}

  /// What speaks for the two being the same, or against it if it is less than 0.
  public record Fact(String fact, double bits) {}

  /// A field of both records.
  ///
  /// @param one empty where the record does not have it
  public record Field(String name, String one, String two, Match match) {}

  /// How two values of a field compare.
  public enum Match {
    AGREES,
    DIFFERS,
    /// Only one record has it.
    UNKNOWN
  }

  public record Decision(boolean same, Instant at) {}

  /// One uncertain pair at a time.
  ///
  /// @param pair null if none is left
  /// @param from its place among the open ones, from 0
  /// @param last the pair that was just answered; null for none
  public record ReviewPage(
      @Nullable ReviewPair pair,
      int from,
      int open,
      @Nullable ReviewPair last,
      List<ReviewPair> answered,
      int allAnswered) {
    public ReviewPage {
      answered = List.copyOf(answered);
    }
  }
}
