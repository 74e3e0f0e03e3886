package greenpair.cli.app;

import greenpair.catalog.Kind;
import greenpair.catalog.value.Nearest;
import java.util.List;
import picocli.CommandLine;

/// Reads the word of a kind.
public final class KindConverter implements CommandLine.ITypeConverter<Kind> {
  @Override
  public Kind convert(String word) {
    List<String> words = Kind.SEARCHED.stream().map(Kind::word).toList();
    return Kind.of(word)
        .orElseThrow(
            () ->
                new CommandLine.TypeConversionException(
                    "kind must be one of %s, but was \"%s\"%s"
                        .formatted(String.join(", ", words), word, Nearest.hint(word, words))));
  }
}
