package greenpair.resolve;

import greenpair.catalog.Kind;
import greenpair.cli.Workbench;
import greenpair.config.Problems;
import greenpair.evaluate.trec.Qrels;
import greenpair.registry.LineResult;
import greenpair.registry.format.CatalogFiles;
import greenpair.resolve.name.Party;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How well the weights of `resolve.yaml` decide pairs of records that a person judged. A pair that
/// blocking did not propose counts as kept apart: otherwise the recall would hide what it misses.
public final class JudgedPairs {
  private JudgedPairs() {}

  /// Prints precision, recall and F1.
  ///
  /// @param judged lines with one firm, 0, the other firm, and 1 if both are the same
  /// @param registries catalog files; a key is the name of a file and an id, such as `gbfs/lime`
  public static void run(Path judged, List<Path> registries) throws IOException {
    System.out.println(figures(judged, registries));
  }

  static String figures(Path judged, List<Path> registries) throws IOException {
    Workbench workbench = new Workbench(Path.of("index-config"));
    Resolver resolver = new Resolver(Given.SETTINGS, List.of());
    Set<String> known = new HashSet<>();
    for (Path file : registries) {
      String source = file.getFileName().toString().replaceFirst("\\.jsonl$", "");
      new CatalogFiles(List.of(file), workbench.json())
          .read(
              line -> {
                if (line instanceof LineResult.Accepted good && good.entry().kind() == Kind.FIRM) {
                  Party.of(good.entry(), source.toLowerCase(Locale.ROOT))
                      .ifPresent(
                          each -> {
                            resolver.add(each);
                            known.add(each.key());
                          });
                }
              });
    }
    Map<String, Double> bits = new HashMap<>();
    resolver.candidates().forEach(each -> bits.put(label(each.one(), each.two()), each.bits()));
    Problems problems = new Problems();
    Qrels qrels = Qrels.read(judged, problems);
    problems.throwIfAny(judged);
    int right = 0;
    int merged = 0;
    int same = 0;
    for (String one : qrels.topics().keySet()) {
      for (Map.Entry<String, Integer> other : qrels.of(one).entrySet()) {
        for (String key : List.of(one, other.getKey())) {
          if (!known.contains(Kind.FIRM.word() + " " + key)) {
            throw new IllegalArgumentException(key + " of a judged pair is in none of the files");
          }
        }
        boolean isSame = other.getValue() > 0;
        boolean isMerged =
            bits.getOrDefault(label(one, other.getKey()), Double.NEGATIVE_INFINITY)
                >= Given.SETTINGS.match();
        same += isSame ? 1 : 0;
        merged += isMerged ? 1 : 0;
        right += isSame && isMerged ? 1 : 0;
      }
    }
    return String.format(
        Locale.ROOT,
        "%d the same, %d merged, %d of them the same: precision %.3f, recall %.3f",
        same,
        merged,
        right,
        merged == 0 ? 1 : (double) right / merged,
        same == 0 ? 1 : (double) right / same);
  }

  /// A pair of keys with or without their kind, the same in either order.
  private static String label(String one, String two) {
    return Stream.of(one, two)
        .map(key -> key.substring(key.indexOf(' ') + 1))
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
