import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import greenpair.concept.VectorReader;
import greenpair.concept.WordVectors;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/// `mvn -q -Pdistil compile exec:exec@distil`: makes `index-config/vectors.bin` from the sentence
/// model
/// all-MiniLM-L6-v2 (Apache-2.0), the lexicon, the glossary and the taxonomy. Takes a minute. No
/// part of the program and of no build: it needs ONNX Runtime, 139 MB, which the program does not.
///
/// Each English word is run through the model alone and gets the mean of the last layer; then the
/// main components of all are taken, evened out in part, and weighted by how rare the word is.
final class Distil {
  private static final String MODEL = "all-minilm-l6-v2-q.onnx";
  static final Path CONFIG = Path.of("index-config");
  private static final int DIMENSIONS = 256;

  /// How far the components are evened out: 0 not at all, 1 to equal variance.
  private static final double EVEN = 0.75;

  /// `a` of the weight a / (a + p) of a word with the probability p (Arora, Liang and Ma 2017).
  /// The vocabulary is in order of frequency, so p follows Zipf's law.
  private static final double RARE = 3e-4;

  /// Four bits hold -7 to 7. Numbers beyond three standard deviations are cut off.
  private static final int MOST = 7;

  private static final double CUT = 3;
  private static final int BATCH = 64;
  private static final int MOST_TRANSLATIONS = 255;
  private final Set<String> entries;

  /// By Chinese word, its translations and how well each fits, in (0, 1].
  private final Map<String, Map<String, Double>> chinese;

  private final Function<String, long[]> ids;

  private Distil(
      Set<String> entries, Map<String, Map<String, Double>> chinese, Function<String, long[]> ids) {
    this.entries = entries;
    this.chinese = chinese;
    this.ids = ids;
  }

  public static void main(String[] arguments) throws IOException, OrtException {
    Vocabulary words = Vocabulary.read();
    Distil distil = new Distil(words.entries(), words.chinese(), words::ids);
    double[][] vectors = distil.components(distil.forward());
    distil.write(vectors, CONFIG.resolve(WordVectors.FILE));
  }

  static byte[] resource(String name) throws IOException {
    try (InputStream in = Distil.class.getResourceAsStream("/" + name)) {
      return in.readAllBytes();
    }
  }

  /// The mean of the last layer over all tokens of each entry alone.
  private double[][] forward() throws IOException, OrtException {
    List<String> all = List.copyOf(entries);
    long[][] ids = new long[all.size()][];
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      ids[i] = this.ids.apply(all.get(i));
      order.add(i);
    }
    order.sort(Comparator.comparingInt(i -> ids[i].length));
    double[][] vectors = new double[ids.length][];
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(resource(MODEL))) {
      int from = 0;
      while (from < ids.length) {
        int length = ids[order.get(from)].length;
        int to = from;
        while (to < ids.length && to - from < BATCH && ids[order.get(to)].length == length) {
          to++;
        }
        float[][][] layers = run(environment, session, ids, order.subList(from, to), length);
        for (int i = from; i < to; i++) {
          vectors[order.get(i)] = mean(layers[i - from]);
        }
        from = to;
      }
    }
    return vectors;
  }

  private static float[][][] run(
      OrtEnvironment environment, OrtSession session, long[][] ids, List<Integer> batch, int length)
      throws OrtException {
    long[] flat = new long[batch.size() * length];
    long[] ones = new long[flat.length];
    Arrays.fill(ones, 1);
    for (int i = 0; i < batch.size(); i++) {
      System.arraycopy(ids[batch.get(i)], 0, flat, i * length, length);
    }
    long[] shape = {batch.size(), length};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(flat), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[flat.length]), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
      return (float[][][]) result.get(0).getValue();
    }
  }

  private static double[] mean(float[][] layer) {
    double[] mean = new double[layer[0].length];
    for (float[] token : layer) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += token[i] / layer.length;
      }
    }
    return mean;
  }

  private double[][] components(double[][] vectors) {
    int width = vectors[0].length;
    double[] mean = new double[width];
    for (double[] each : vectors) {
      for (int i = 0; i < width; i++) {
        mean[i] += each[i] / vectors.length;
      }
    }
    R064Store covariance = R064Store.FACTORY.make(width, width);
    for (double[] each : vectors) {
      for (int i = 0; i < width; i++) {
        each[i] -= mean[i];
      }
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (double[] each : vectors) {
          sum += each[i] * each[j];
        }
        covariance.set(i, j, sum / vectors.length);
        covariance.set(j, i, sum / vectors.length);
      }
    }
    Eigenvalue<Double> spectrum = Eigenvalue.R064.make(width, true);
    spectrum.decompose(covariance);
    MatrixStore<Double> axes = spectrum.getV();
    Integer[] order = new Integer[width];
    Arrays.setAll(order, i -> i);
    double[] values = new double[width];
    Arrays.setAll(values, i -> spectrum.getEigenvalues().get(i).getReal());
    Arrays.sort(order, Comparator.comparingDouble(i -> -values[i]));
    double[][] components = new double[vectors.length][DIMENSIONS];
    for (int d = 0; d < DIMENSIONS; d++) {
      int axis = order[d];
      double scale = Math.pow(values[axis], -EVEN / 2);
      for (int row = 0; row < vectors.length; row++) {
        double sum = 0;
        for (int i = 0; i < width; i++) {
          sum += vectors[row][i] * axes.doubleValue(i, axis);
        }
        components[row][d] = sum * scale;
      }
    }
    return components;
  }

  private void write(double[][] vectors, Path file) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    out.writeInt(DIMENSIONS);
    out.writeInt(entries.size());
    out.writeInt(chinese.size());
    writeLines(out, entries);
    writeLines(out, chinese.keySet());
    double harmonic = 0;
    for (int rank = 0; rank < vectors.length; rank++) {
      harmonic += 1.0 / (rank + 2);
    }
    for (int rank = 0; rank < vectors.length; rank++) {
      double probability = 1 / ((rank + 2) * harmonic);
      writeRow(out, vectors[rank], RARE / (RARE + probability));
    }
    Map<String, Integer> places = new HashMap<>();
    entries.forEach(entry -> places.put(entry, places.size()));
    for (Map<String, Double> translations : chinese.values()) {
      double sum = translations.values().stream().mapToDouble(each -> each).sum();
      List<String> kept = translations.keySet().stream().limit(MOST_TRANSLATIONS).toList();
      out.writeByte(kept.size());
      for (String each : kept) {
        out.writeShort(places.get(each));
        out.writeByte((int) Math.round(MOST_TRANSLATIONS * translations.get(each) / sum));
      }
    }
    byte[] bytes = body.toByteArray();
    try (DataOutputStream whole = new DataOutputStream(Files.newOutputStream(file))) {
      whole.write(VectorReader.MAGIC.getBytes(StandardCharsets.US_ASCII));
      whole.writeInt(VectorReader.VERSION);
      whole.write(VectorReader.digest(bytes, 0));
      whole.write(bytes);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d English entries, %d Chinese words, %d dimensions, %d bytes%n",
        file,
        entries.size(),
        chinese.size(),
        DIMENSIONS,
        Files.size(file));
  }

  private static void writeLines(DataOutputStream out, Collection<String> lines)
      throws IOException {
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    out.writeInt(text.length);
    out.write(text);
  }

  private static void writeRow(DataOutputStream out, double[] vector, double weight)
      throws IOException {
    double mean = Arrays.stream(vector).average().orElse(0);
    double variance =
        Arrays.stream(vector).map(each -> (each - mean) * (each - mean)).average().orElse(0);
    double most = Arrays.stream(vector).map(Math::abs).max().orElse(0);
    double scale = Math.min(most, CUT * Math.sqrt(variance)) / MOST;
    out.writeFloat((float) (weight * scale));
    for (int i = 0; i < vector.length; i += 2) {
      out.writeByte(number(vector[i] / scale) << 4 | number(vector[i + 1] / scale));
    }
  }

  private static int number(double value) {
    return MOST + (int) Math.max(-MOST, Math.min(MOST, Math.round(value)));
  }
}
