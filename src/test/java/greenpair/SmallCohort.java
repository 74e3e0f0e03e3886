package greenpair;

import module java.base;

/// The demonstration cohort with all its needs, solutions, financiers and programmes, its
/// deployments of heat pumps and chillers, an eighth of the others, and the other entries that
/// these name: a third of the entries, so that it is indexed three times as fast. No reference
// leads to an entry that
// is not in it.
public final class SmallCohort {
  private static final Pattern QUOTED = Pattern.compile("\"([a-z0-9][a-z0-9.-]*)\"");
  private static final Pattern ID = Pattern.compile("\"id\": ?\"([^\"]+)\"");
  private static final Map<String, List<String>> LINES = lines();

  private SmallCohort() {}

  /// Writes its catalog files to a folder; files of those names are replaced.
  public static void copyTo(Path folder) throws IOException {
    for (Map.Entry<String, List<String>> each : LINES.entrySet()) {
      Files.write(folder.resolve(each.getKey()), each.getValue());
    }
  }

  /// By file.
  private static Map<String, List<String>> lines() {
    Map<String, List<String>> all = read();
    Set<String> kept = new HashSet<>();
    List<String> deployments = all.getOrDefault("deployments.jsonl", List.of());
    for (int at = 0; at < deployments.size(); at++) {
      if (at % 8 == 0 || deployments.get(at).contains("\"BLD.HVC")) {
        kept.add(deployments.get(at));
      }
    }
    for (String file : List.of("needs", "solutions", "programmes", "financiers")) {
      kept.addAll(all.getOrDefault(file + ".jsonl", List.of()));
    }
    for (int before = 0; before < kept.size(); ) {
      before = kept.size();
      Set<String> named = new HashSet<>();
      kept.forEach(
          line -> QUOTED.matcher(line).results().forEach(each -> named.add(each.group(1))));
      all.values()
          .forEach(
              lines -> lines.stream().filter(line -> named.contains(id(line))).forEach(kept::add));
    }
    all.replaceAll((file, lines) -> lines.stream().filter(kept::contains).toList());
    return all;
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("fixtures"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
        all.put(file.getFileName().toString(), Files.readAllLines(file));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return all;
  }

  private static String id(String line) {
    Matcher id = ID.matcher(line);
    return id.find() ? String.valueOf(id.group(1)) : "";
  }
}
