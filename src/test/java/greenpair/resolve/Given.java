package greenpair.resolve;

import module java.base;

import greenpair.catalog.FieldTable;
import greenpair.config.Problems;
import greenpair.registry.config.ConfigFolder;
import greenpair.resolve.name.Party;
import greenpair.resolve.name.ResolveSettings;

/// Fixtures of resolution tests: the shipped settings.
public final class Given {
  private Given() {}

  public static final ResolveSettings SETTINGS = settings();

  static ResolveSettings settings() {
    ConfigFolder folder = new ConfigFolder(Path.of("index-config"));
    Problems problems = new Problems();
    ResolveSettings settings =
        ResolveSettings.read(
            folder.settings(ResolveSettings.FILE, problems),
            folder.lines(ResolveSettings.FORMS, problems),
            folder.lexicon(problems));
    problems.throwIfAny("index-config");
    return settings;
  }

  public static Party named(String key, String... names) {
    return new Party(
        key, List.of(names), null, List.of(), null, null, List.of(), null, Set.of(), Set.of());
  }

  static Party in(Party party, String country, String city) {
    return FieldTable.with(party, Map.of("country", country, "cities", List.of(city)));
  }

  static Party at(Party party, String website) {
    return FieldTable.with(party, Map.of("website", website));
  }

  static Party numbered(Party party, String... identifiers) {
    return FieldTable.with(party, Map.of("identifiers", List.of(identifiers)));
  }

  static Resolution resolve(List<Resolver.Answer> answers, Party... parties) {
    Resolver resolver = new Resolver(SETTINGS, answers);
    for (Party party : parties) {
      resolver.add(party);
    }
    return resolver.resolve();
  }

  /// `match`, `review` or `apart`.
  static String decision(Party one, Party two) {
    Resolution resolution = resolve(List.of(), one, two);
    if (!resolution.leaders().isEmpty()) {
      return "match";
    }
    return resolution.doubts().isEmpty() ? "apart" : "review";
  }
}
