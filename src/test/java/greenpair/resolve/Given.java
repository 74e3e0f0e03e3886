package greenpair.resolve;

import greenpair.config.Problems;
import greenpair.registry.config.ConfigFolder;
import greenpair.resolve.name.Party;
import greenpair.resolve.name.ResolveSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

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
            folder.lexicon(problems),
            problems);
    problems.throwIfAny("errors in index-config");
    return settings;
  }

  public static Party named(String key, String... names) {
    return new Party(
        key, List.of(names), null, List.of(), null, null, List.of(), null, Set.of(), Set.of());
  }

  static Party in(Party party, String country, String city) {
    return new Party(
        party.key(),
        party.names(),
        party.website(),
        party.identifiers(),
        country,
        null,
        List.of(city),
        null,
        party.fields(),
        party.markets());
  }

  static Party at(Party party, String website) {
    return new Party(
        party.key(),
        party.names(),
        website,
        party.identifiers(),
        party.country(),
        party.region(),
        party.cities(),
        party.founded(),
        party.fields(),
        party.markets());
  }

  static Party numbered(Party party, String... identifiers) {
    return new Party(
        party.key(),
        party.names(),
        party.website(),
        List.of(identifiers),
        party.country(),
        party.region(),
        party.cities(),
        party.founded(),
        party.fields(),
        party.markets());
  }

  static Resolution resolve(List<ReviewAnswer> answers, Party... parties) {
    Resolver resolver = new Resolver(SETTINGS, answers);
    for (Party party : parties) {
      resolver.add(party);
    }
    return resolver.resolve(merge -> {});
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
