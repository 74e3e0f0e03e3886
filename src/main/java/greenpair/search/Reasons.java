package greenpair.search;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.Financier;
import greenpair.catalog.Taxonomy;
import greenpair.catalog.Text;
import greenpair.index.SearchQuery;
import greenpair.index.SearchSettings;
import greenpair.match.Phrases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Why an entry was found, as sentences. A reason across languages says so: 热泵 = heat pump.
final class Reasons {
  private static final int MOST = 3;

  private final Taxonomy taxonomy;
  private final Phrases phrases;

  Reasons(Taxonomy taxonomy, Phrases phrases) {
    this.taxonomy = taxonomy;
    this.phrases = phrases;
  }

  Text of(
      Entry entry,
      Understanding understanding,
      List<SearchQuery.Wish> wishes,
      Map<SearchSettings.Part, Double> values) {
    Set<Code> own = own(entry);
    List<Text> sentences = new ArrayList<>();
    for (Understanding.Named named : understanding.named()) {
      if (sentences.size() < MOST) {
        concept(named, own, wishes).ifPresent(sentences::add);
      }
    }
    if (sentences.isEmpty() && values.getOrDefault(SearchSettings.Part.CONCEPTS, 0.0) > 0) {
      Understanding.Named first = understanding.named().getFirst();
      Text label = taxonomy.label(first.codes().iterator().next());
      sentences.add(say("why.mentioned", first, label));
    }
    if (understanding.asked().contains(entry.kind())) {
      sentences.add(phrases.say("why.asked"));
    }
    if (values.getOrDefault(SearchSettings.Part.NAME, 0.0) >= 1) {
      sentences.add(phrases.say("why.name"));
    }
    boolean byWords =
        values.getOrDefault(SearchSettings.Part.WORDS, 0.0) > 0
            || (values.getOrDefault(SearchSettings.Part.NAME, 0.0) > 0
                && values.getOrDefault(SearchSettings.Part.NAME, 0.0) < 1);
    if (byWords || sentences.isEmpty()) {
      sentences.add(phrases.say("why.words"));
    }
    return Phrases.join(sentences);
  }

  private java.util.Optional<Text> concept(
      Understanding.Named named, Set<Code> own, List<SearchQuery.Wish> wishes) {
    for (Code code : named.codes()) {
      if (own.contains(code)) {
        boolean isGuessed = named.reading() == Understanding.Reading.GUESSED;
        return java.util.Optional.of(
            say(isGuessed ? "why.guessed" : "why.concept", named, taxonomy.label(code)));
      }
    }
    for (SearchQuery.Wish wish : wishes) {
      if (wish.fits().keySet().containsAll(named.codes())) {
        for (Code code : own) {
          if (wish.fits().containsKey(code)) {
            return java.util.Optional.of(say("why.related", named, taxonomy.label(code)));
          }
        }
      }
    }
    return java.util.Optional.empty();
  }

  private Text say(String key, Understanding.Named named, Text label) {
    return phrases.say(key, Map.of("written", Phrases.same(named.written()), "label", label));
  }

  private static Set<Code> own(Entry entry) {
    Set<Code> own = new HashSet<>(entry.technologies());
    if (entry instanceof Financier financier) {
      own.addAll(financier.instruments());
      if (financier.type() != null) {
        own.add(financier.type());
      }
    }
    return own;
  }
}
