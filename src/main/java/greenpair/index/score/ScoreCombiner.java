package greenpair.index.score;

import java.io.IOException;
import java.util.Arrays;

/// The rule that combines the scores of several nodes.
interface ScoreCombiner {
  /// Whether nodes can add to the scores directly.
  boolean isPlain();

  void join(WindowNodes.Node node, int from, int to, double[] own) throws IOException;

  /// Combines the separate scores of a node with those of the nodes before it.
  ///
  /// @param rest intermediate values that [#end] needs
  void join(double[] one, double[] own, double[] rest, int length);

  void end(double[] own, double[] rest, int length);

  /// The highest combined score.
  ///
  /// @param each the highest score of each node
  double most(double[] each);

  /// The sum; 0 if fewer nodes match than required.
  record Sum(int least) implements ScoreCombiner {
    @Override
    public boolean isPlain() {
      return least == 1;
    }

    @Override
    public void join(WindowNodes.Node node, int from, int to, double[] own) throws IOException {
      node.add(from, to, own);
    }

    @Override
    public void join(double[] one, double[] own, double[] counts, int length) {
      for (int i = 0; i < length; i++) {
        counts[i] += one[i] > 0 ? 1 : 0;
        own[i] += one[i];
      }
    }

    @Override
    public void end(double[] own, double[] counts, int length) {
      for (int i = 0; i < length; i++) {
        own[i] = counts[i] < least ? 0 : own[i];
      }
    }

    @Override
    public double most(double[] each) {
      return Arrays.stream(each).sum();
    }
  }

  /// The maximum, plus a share of the others.
  record Greatest(float share) implements ScoreCombiner {
    @Override
    public boolean isPlain() {
      return share == 0;
    }

    @Override
    public void join(WindowNodes.Node node, int from, int to, double[] own) throws IOException {
      node.raise(from, to, own);
    }

    @Override
    public void join(double[] one, double[] own, double[] sums, int length) {
      for (int i = 0; i < length; i++) {
        sums[i] += one[i];
        own[i] = Math.max(own[i], one[i]);
      }
    }

    @Override
    public void end(double[] own, double[] sums, int length) {
      for (int i = 0; i < length; i++) {
        own[i] += (sums[i] - own[i]) * share;
      }
    }

    @Override
    public double most(double[] each) {
      double most = Arrays.stream(each).max().orElse(0);
      return most + (Arrays.stream(each).sum() - most) * share;
    }
  }
}
