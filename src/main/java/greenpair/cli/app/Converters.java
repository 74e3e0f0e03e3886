package greenpair.cli.app;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.message.Message;
import greenpair.registry.source.convert.Tolerance;
import picocli.CommandLine.ITypeConverter;

/// Converters of options whose values have rules of their own. Types without one, such as numbers
/// and paths, are converted by picocli; [UsageErrors] states the rules of both.
public final class Converters {
  private Converters() {}

  /// How many rows may be rejected: `25` or `2.5%`.
  public static final class MaxRejects implements ITypeConverter<Tolerance> {
    @Override
    public Tolerance convert(String word) {
      try {
        return Tolerance.parse(word);
      } catch (IllegalArgumentException e) {
        throw new OptionException(Message.of("job.tolerance"));
      }
    }
  }

  /// The word of a kind that is recommended.
  public static final class RecommendedKind implements ITypeConverter<Kind> {
    @Override
    public Kind convert(String word) {
      return kind(word, Kind.RANKED);
    }
  }

  /// The word of any kind in the plural, such as `cities`; the singular is understood too.
  public static final class Kinds implements ITypeConverter<Kind> {
    @Override
    public Kind convert(String word) {
      return Arrays.stream(Kind.values())
          .filter(each -> word.equals(plural(each)) || word.equals(each.word()))
          .findFirst()
          .orElseThrow(() -> oneOf(Arrays.stream(Kind.values()).map(Kinds::plural).toList()));
    }

    private static String plural(Kind kind) {
      return (kind.word() + "s").replace("ys", "ies");
    }
  }

  private static Kind kind(String word, List<Kind> kinds) {
    return Kind.of(word)
        .filter(kinds::contains)
        .orElseThrow(() -> oneOf(kinds.stream().map(Kind::word).toList()));
  }

  /// A file that is written: no standard output.
  public static final class OutputFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String word) {
      if (Streams.isStandard(Path.of(word))) {
        throw new OptionException(Message.of("usage.output_file"));
      }
      return Path.of(word);
    }
  }

  private static OptionException oneOf(List<String> words) {
    return new OptionException(Message.of("check.one_of", "values", words));
  }

  /// A port; 0 lets the system choose.
  public static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String word) {
      return integer(word, 0, 65535);
    }
  }

  private static int integer(String word, int min, int max) {
    try {
      int number = Integer.parseInt(word);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported like a number out of range.
    }
    throw new OptionException(Message.of("check.integer", "min", min, "max", max));
  }
}
