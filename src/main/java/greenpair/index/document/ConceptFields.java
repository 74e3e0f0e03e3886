package greenpair.index.document;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Expert;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Need;
import greenpair.catalog.Programme;
import greenpair.catalog.Solution;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.analysis.Strengths;
import greenpair.index.contract.IndexFields;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;

/// The fields of a document with codes: its own, those that it mentions, and every concept of the
/// taxonomy that it matches, with place x relation as frequency. The last is a single posting
/// instead of a disjunction over all relatives of a wanted code.
public final class ConceptFields {
  /// Frequency of a concept that is fully matched.
  public static final int WHOLE = 1000;

  private final Strengths strengths;

  /// By code of an entry: the concepts that it answers, and how well.
  private final Map<Code, Map<Code, Double>> answers = new HashMap<>();

  ConceptFields(Taxonomy taxonomy, Strengths strengths) {
    this.strengths = strengths;
    for (Concept concept : taxonomy.concepts()) {
      Code wanted = concept.code();
      answer(wanted, wanted, Taxonomy.Relation.SAME);
      taxonomy.relatives(wanted).forEach((other, relation) -> answer(other, wanted, relation));
    }
  }

  private void answer(Code code, Code wanted, Taxonomy.Relation relation) {
    double fit = strengths.relation(relation);
    if (fit > 0) {
      answers.computeIfAbsent(code, key -> new HashMap<>()).put(wanted, fit);
    }
  }

  /// @param shown codes of its deployments
  /// @param named codes that its texts name
  void add(Document document, Entry entry, Collection<Code> shown, Collection<Code> named) {
    Set<Code> own = entry.codes();
    Set<Code> mentioned = new LinkedHashSet<>(named);
    mentioned.addAll(shown);
    if (!offers(entry)) {
      mentioned.addAll(entry.technologies());
      own.removeAll(entry.technologies());
    }
    mentioned.removeAll(own);
    Set<Code> main = own.isEmpty() ? Set.of() : Set.of(own.iterator().next());
    TermsField concepts = new TermsField(IndexFields.CONCEPT, TermsField.PLAIN);
    codes(document, IndexFields.MAIN, main, strengths.main(), concepts);
    codes(document, IndexFields.OWN, own, strengths.own(), concepts);
    codes(document, IndexFields.MENTIONED, mentioned, strengths.mentioned(), concepts);
    if (!concepts.isEmpty()) {
      document.add(concepts);
    }
  }

  private void codes(
      Document document, String field, Set<Code> codes, double place, TermsField concepts) {
    for (Code code : codes) {
      document.add(new StringField(field, code.value(), Field.Store.NO));
      answers
          .getOrDefault(code, Map.of())
          .forEach(
              (wanted, fit) -> {
                int value = (int) Math.round(WHOLE * place * fit);
                if (value > 0) {
                  concepts.raise(wanted.value(), value);
                }
              });
    }
  }

  /// An operator or adviser, or a closed firm, does not offer its technologies.
  private static boolean offers(Entry entry) {
    return switch (entry) {
      case Firm firm ->
          firm.role() != Firm.Role.OPERATOR
              && firm.role() != Firm.Role.ADVISER
              && (firm.partner().status() == null || !firm.partner().status().isGone());
      case City _, Programme _ -> false;
      case Need _, Financier _, Expert _, Solution _, Deployment _ -> true;
    };
  }
}
