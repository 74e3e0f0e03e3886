package greenpair.match.reason;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.Rules;
import greenpair.message.Phrases;

/// Names technologies in sentences.
record TechnologySentences(Rules rules, Phrases phrases) {
  /// Technologies that a sentence names.
  private static final int NAMED = 2;

  /// Which wanted technologies the entry answers, and how closely: the first two of those that it
  /// answers best, in the order of the need.
  Text lead(String prefix, Entry entry, Ranked ranked, Map<String, Text> more) {
    Taxonomy.Relation closest = Taxonomy.Relation.NONE;
    Set<Code> offered = new LinkedHashSet<>();
    for (Code wanted : ranked.pair().query().technologies()) {
      for (Code code : entry.technologies()) {
        Taxonomy.Relation relation = rules.taxonomy().relate(wanted, code);
        double nearer = rules.ranking().relation(relation) - rules.ranking().relation(closest);
        if (nearer > 0) {
          closest = relation;
          offered.clear();
        }
        if (nearer >= 0 && relation != Taxonomy.Relation.NONE && offered.size() < NAMED) {
          offered.add(code);
        }
      }
    }
    if (offered.isEmpty() && !entry.technologies().isEmpty()) {
      offered.add(entry.technologies().getFirst());
    }
    List<Text> labels = offered.stream().map(this::inSentence).toList();
    Text technology = labels.isEmpty() ? Phrases.same("–") : phrases.all(labels);
    Map<String, Text> values = new HashMap<>(more);
    values.put("name", entry.name());
    values.put("technology", technology);
    return phrases.say(prefix + "." + closest.word(), values);
  }

  /// A label inside a sentence: lower-case first letter unless it is an abbreviation.
  Text inSentence(Code code) {
    Text label = rules.taxonomy().label(code);
    String en = label.best(Language.EN);
    boolean plain =
        en.length() > 1
            && Character.isUpperCase(en.charAt(0))
            && Character.isLowerCase(en.charAt(1));
    String small = plain ? Character.toLowerCase(en.charAt(0)) + en.substring(1) : en;
    return new Text(small, label.best(Language.ZH));
  }
}
