package greenpair.evaluate.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricParserTest {
  private static String fault(String text) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> MetricParser.parse(text)).getMessage());
  }

  @Test
  void list_ofAllMetrics_isReadInOrder() {
    assertEquals(
        List.of(
            new Metric(Formula.NDCG, 10),
            new Metric(Formula.MRR, Metric.WHOLE),
            new Metric(Formula.RECALL, 100, 2),
            new Metric(Formula.HIT, 10),
            new Metric(Formula.P, 5, 3),
            new Metric(Formula.MRR, 10)),
        MetricParser.parse("nDCG@10, mrr,recall@100:2,hit@10,p@5:3,MRR@10"));
  }

  @Test
  void name_ofEveryMetric_isReadBack() {
    String text = "ndcg@10,mrr,mrr:2,mrr@10:2,recall@100:2,hit@10,p@5";

    assertEquals(
        text, String.join(",", MetricParser.parse(text).stream().map(Metric::name).toList()));
  }

  @Test
  void list_withSeveralFaults_saysThemAll() {
    assertEquals(
        """
        errors in --metrics:
          - "ndcq@10": unknown metric (did you mean "ndcg"?); known are ndcg@k, recall@k, p@k, hit@k, mrr and mrr@k
          - "recall": needs a cut, how many places to look at, such as recall@10
          - "ndcg@10:2": uses every grade and takes no :g
          - "p@0": cut must be an integer from 1 to 999999999, but was "0"
          - "hit@5:31": grade must be an integer from 1 to 30, but was "31"
          - "mrr": is listed twice; leave one out
          - "p@5@6": a metric is name, name@k, name:g or name@k:g
          - "": a metric must stand before and after each comma, but there is none\
        """,
        fault("ndcq@10,mrr,recall,ndcg@10:2,p@0,hit@5:31,mrr,p@5@6,"));
  }

  @Test
  void cut_thatIsNoNumber_isShown() {
    assertTrue(fault("p@ten").contains("but was \"ten\""));
    assertTrue(fault("p@-1").contains("but was \"-1\""));
    assertTrue(fault("p@").contains("but was \"\""));
    assertTrue(fault("p@99999999999").contains("but was \"99999999999\""));
  }
}
