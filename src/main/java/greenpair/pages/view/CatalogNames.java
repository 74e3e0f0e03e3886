package greenpair.pages.view;

import greenpair.catalog.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Words of entries, such as units, publishers and classes of climate, as pages show them.
public final class CatalogNames {
  private static final String FILE = "/greenpair/pages/names.tsv";
  private static final Map<String, Text> NAMES = read();

  private CatalogNames() {}

  private static Map<String, Text> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CatalogNames.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .collect(
              Collectors.toMap(
                  parts -> key(parts[0], parts[1]),
                  parts -> new Text(parts[2].isEmpty() ? parts[1] : parts[2], parts[3])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(String group, String word) {
    return group + " " + word.toLowerCase(Locale.ROOT);
  }

  public static Optional<Text> find(String group, String word) {
    return Optional.ofNullable(NAMES.get(key(group, word)));
  }
}
