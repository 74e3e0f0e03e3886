package greenpair.index.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.SmallCatalog;
import greenpair.index.analysis.Strengths;
import greenpair.index.contract.IndexFields;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Document;
import org.junit.jupiter.api.Test;

/// Each concept that an entry answers is one term, and its frequency is place x relation.
class ConceptFieldsTest {
  private static final Strengths STRENGTHS =
      new Strengths(
          Strengths.plain().fields(),
          1,
          0.9,
          0.5,
          Map.of(
              Taxonomy.Relation.SAME, 1.0,
              Taxonomy.Relation.BELOW, 0.8,
              Taxonomy.Relation.ABOVE, 0.2,
              Taxonomy.Relation.SIBLING, 0.4,
              Taxonomy.Relation.NONE, 0.0));

  private static Map<String, Integer> concepts(Entry entry, List<Code> named) throws Exception {
    Document document = new Document();
    new ConceptFields(SmallCatalog.TAXONOMY, STRENGTHS).add(document, entry, List.of(), named);
    Map<String, Integer> concepts = new TreeMap<>();
    try (KeywordAnalyzer analyzer = new KeywordAnalyzer();
        TokenStream stream = document.getField(IndexFields.CONCEPT).tokenStream(analyzer, null)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      TermFrequencyAttribute frequency = stream.getAttribute(TermFrequencyAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        concepts.put(term.toString(), frequency.getTermFrequency());
      }
      stream.end();
    }
    return concepts;
  }

  @Test
  void main_answersItselfWhatIsAboveAndBeside() throws Exception {
    assertEquals(
        Map.of("TRN", 800, "TRN.PUB", 800, "TRN.PUB.EBS", 1000, "TRN.PUB.FCB", 400),
        concepts(SmallCatalog.firm("busmaker", "Bus maker", "TRN.PUB.EBS"), List.of()));
  }

  @Test
  void mentioned_countsWhereItGivesMore() throws Exception {
    Entry firm = SmallCatalog.firm("busmaker", "Bus maker", "TRN.PUB.EBS");
    assertEquals(
        Map.of(
            "TRN",
            800,
            "TRN.PUB",
            800,
            "TRN.PUB.EBS",
            1000,
            "TRN.PUB.FCB",
            500,
            "LGT",
            400,
            "LGT.LED",
            500),
        concepts(firm, List.of(SmallCatalog.FUEL_CELL_BUS, SmallCatalog.LAMP)));
  }
}
