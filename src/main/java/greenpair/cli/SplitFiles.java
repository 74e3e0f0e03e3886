package greenpair.cli;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Firm;
import greenpair.catalog.Profile;
import greenpair.catalog.Provenance;
import greenpair.evaluate.DatedSplit;
import greenpair.registry.CatalogJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The files of an evaluation. A topic stands for one hidden pair, so that a metric is a mean over
/// pairs; it is `CITY~FIRM`.
final class SplitFiles {
  private final Path folder;
  private final CatalogJson json;

  SplitFiles(Path folder, CatalogJson json) {
    this.folder = folder;
    this.json = json;
  }

  void write(DatedSplit split, List<Entry> entries) throws IOException {
    Files.createDirectories(folder);
    Map<EntryId, Set<Code>> asked = technologies(split, entries);
    try (BufferedWriter topics = Files.newBufferedWriter(folder.resolve("topics.jsonl"));
        BufferedWriter qrels = Files.newBufferedWriter(folder.resolve("test.qrels"))) {
      for (Map.Entry<EntryId, Set<EntryId>> each : split.asked().entrySet()) {
        String codes =
            asked.getOrDefault(each.getKey(), Set.of()).stream()
                .map(code -> "\"" + code + "\"")
                .collect(Collectors.joining(","));
        String known =
            split.known().getOrDefault(each.getKey(), Set.of()).stream()
                .filter(firm -> !isHidden(firm, each.getKey(), split))
                .map(firm -> "\"" + firm + "\"")
                .collect(Collectors.joining(","));
        for (EntryId firm : each.getValue()) {
          String topic = each.getKey() + "~" + firm;
          topics.write(
              "{\"id\":\""
                  + topic
                  + "\",\"kind\":\"firm\",\"city\":\""
                  + each.getKey()
                  + "\",\"technologies\":["
                  + codes
                  + "],\"known\":["
                  + known
                  + "]}\n");
          qrels.write(topic + " 0 " + firm + " 1\n");
        }
      }
    }
    train(split, entries);
  }

  private static boolean isHidden(EntryId firm, EntryId city, DatedSplit split) {
    return split.hidden().getOrDefault(city, Set.of()).contains(firm);
  }

  /// What the city's hidden deployments are about: the question may name the technology, since the
  /// city knows what it wants, but not who delivers it.
  private static Map<EntryId, Set<Code>> technologies(DatedSplit split, List<Entry> entries) {
    Map<EntryId, Set<Code>> codes = new TreeMap<>();
    for (Entry each : entries) {
      if (each instanceof Deployment deployment && split.asked().containsKey(deployment.city())) {
        codes
            .computeIfAbsent(deployment.city(), city -> new TreeSet<>())
            .addAll(deployment.technologies());
      }
    }
    return codes;
  }

  /// Hidden pairs leave every deployment; a deployment without a firm left goes, and so do firms
  /// that are known from nowhere, and sources that speak of what is hidden.
  private void train(DatedSplit split, List<Entry> entries) throws IOException {
    Set<EntryId> firms = split.firms();
    Map<EntryId, Set<String>> kept = new HashMap<>();
    Map<EntryId, Deployment> left = new LinkedHashMap<>();
    for (Entry each : entries) {
      if (each instanceof Deployment deployment) {
        Deployment known = known(deployment, split);
        if (known != null) {
          left.put(known.id(), known);
          known
              .firms()
              .forEach(
                  firm -> kept.computeIfAbsent(firm, id -> new TreeSet<>()).addAll(records(known)));
        }
      }
    }
    Path file = folder.resolve("train.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Entry each : entries) {
        Entry entry =
            switch (each) {
              case Deployment deployment -> left.get(deployment.id());
              case Firm firm -> firms.contains(firm.id()) ? firm(firm, kept) : null;
              default -> each;
            };
        if (entry != null) {
          out.write(new String(json.encode(entry), StandardCharsets.UTF_8));
          out.write('\n');
        }
      }
    }
  }

  private static Set<String> records(Deployment deployment) {
    Set<String> records = new TreeSet<>();
    deployment.profile().provenance().forEach(each -> records.add(String.valueOf(each.record())));
    return records;
  }

  private static @Nullable Deployment known(Deployment deployment, DatedSplit split) {
    Set<EntryId> there = split.known().getOrDefault(deployment.city(), Set.of());
    List<EntryId> firms = deployment.firms().stream().filter(there::contains).toList();
    return firms.isEmpty()
        ? null
        : new Deployment(
            deployment.profile(),
            deployment.city(),
            deployment.location(),
            deployment.inCity(),
            firms,
            deployment.financiers(),
            deployment.instruments(),
            deployment.start(),
            deployment.end(),
            deployment.quantity(),
            deployment.attributes(),
            deployment.cost(),
            deployment.outcome(),
            deployment.status(),
            deployment.grade());
  }

  private static Firm firm(Firm firm, Map<EntryId, Set<String>> kept) {
    Profile profile = firm.profile();
    Set<String> records = kept.getOrDefault(firm.id(), Set.of());
    List<Provenance> sources =
        profile.provenance().stream()
            .filter(each -> records.contains(String.valueOf(each.record())))
            .toList();
    return new Firm(
        new Profile(
            profile.id(),
            profile.name(),
            profile.description(),
            profile.technologies(),
            sources.isEmpty() ? profile.provenance().subList(0, 1) : sources,
            profile.unverified(),
            profile.restricted()),
        firm.partner(),
        firm.role(),
        firm.founded());
  }
}
