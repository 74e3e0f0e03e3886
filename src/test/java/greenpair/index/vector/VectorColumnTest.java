package greenpair.index.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.build.KindWriter;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.NamedEntry;
import greenpair.index.document.EntryDocumentBuilder;
import greenpair.index.document.VectorField;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/// Finds the entries that a loop over all of them finds, whatever their order.
class VectorColumnTest {
  private static final int DIMENSIONS = 256;
  private static final int ENTRIES = 2_000;
  private static final int MOST = 20;

  private static byte[] direction(Random random) {
    byte[] direction = new byte[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      direction[i] = (byte) Math.clamp(Math.round(40 * random.nextGaussian()), -127, 127);
    }
    return direction;
  }

  private static BytesRef packed(byte[] direction) {
    return VectorField.pack(unit(direction), Set.of(Language.EN));
  }

  private static float[] unit(byte[] direction) {
    double square = 0;
    for (byte each : direction) {
      square += each * each;
    }
    float[] unit = new float[direction.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (direction[i] / Math.sqrt(square));
    }
    return unit;
  }

  /// A query near the given entries: related texts have similar vectors.
  private static byte[] near(byte[] entry, Random random) {
    byte[] near = direction(random);
    for (int i = 0; i < DIMENSIONS; i++) {
      near[i] = (byte) Math.clamp(entry[i] + near[i], -127, 127);
    }
    return near;
  }

  @Seeded(runs = 3)
  void nearest_areThoseOfALoop_overSegments(Random random) throws IOException {
    List<byte[]> all = new ArrayList<>();
    byte[] middle = direction(random);
    for (int i = 0; i < ENTRIES; i++) {
      boolean isEmpty = i % 11 == 0 || i % 9 == 0;
      all.add(isEmpty ? new byte[0] : i % 20 == 2 ? near(middle, random) : direction(random));
    }
    try (Directory directory = new ByteBuffersDirectory()) {
      write(all, directory);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertTrue(reader.leaves().size() > 1);
        VectorColumn column = new VectorColumn(reader);
        float[] wanted = unit(near(middle, random));
        // Two that are equally near but for rounding may stand for each other, and the bits of the
        // signs miss one of twenty in about one run of a hundred.
        List<Integer> found =
            nearest(column, wanted, MOST).stream().map(VectorColumn.Near::doc).toList();
        List<VectorColumn.Near> near = loop(all, wanted);
        double least = near.get(MOST - 1).cosine();
        assertEquals(MOST, Set.copyOf(found).size());
        long missed =
            near.stream()
                .filter(each -> each.cosine() > least + 1e-5 && !found.contains(each.doc()))
                .count();
        assertTrue(missed <= 2, missed + " of " + MOST + " are missed");
        // Of another file of vectors.
        assertEquals(List.of(), nearest(column, unit(new byte[] {1, 2}), 9));
      }
    }
  }

  private static List<VectorColumn.Near> nearest(VectorColumn column, float[] direction, int most)
      throws IOException {
    return column.nearest(new VectorColumn.Wanted(direction, Language.EN, most, () -> {}));
  }

  /// The order of documents says nothing of them.
  @Test
  void equalsAtTheEnd_areTakenByTheirIds() throws IOException {
    byte[] same = direction(new Random(1));
    List<String> ids = List.of("d", "b", "e", "a", "c");
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(directory, KindWriter.config(IndexSettings.none()))) {
        for (String id : ids) {
          Document document = document(id);
          document.add(new BinaryDocValuesField(IndexFields.MEANING, packed(same)));
          writer.addDocument(document);
          writer.flush();
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        VectorColumn column = new VectorColumn(reader);
        assertEquals(
            List.of("b", "a"),
            nearest(column, unit(same), 2).stream().map(near -> ids.get(near.doc())).toList());
      }
    }
  }

  /// With the id as it is kept beside the name.
  private static Document document(String id) {
    Document document = new Document();
    document.add(new StringField(IndexFields.ID, id, Field.Store.NO));
    NamedEntry named = new NamedEntry(new EntryId(id), new Text(id, null));
    document.add(new BinaryDocValuesField(IndexFields.LABEL, EntryDocumentBuilder.label(named)));
    return document;
  }

  private static void write(List<byte[]> all, Directory directory) throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, KindWriter.config(IndexSettings.none()))) {
      for (int i = 0; i < all.size(); i++) {
        Document document = document("e" + i);
        if (all.get(i).length > 0) {
          document.add(new BinaryDocValuesField(IndexFields.MEANING, packed(all.get(i))));
        }
        writer.addDocument(document);
        if (i == ENTRIES / 3) {
          writer.commit();
        }
      }
    }
  }

  private static List<VectorColumn.Near> loop(List<byte[]> all, float[] wanted) {
    List<VectorColumn.Near> near = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).length > 0) {
        near.add(new VectorColumn.Near(i, VectorField.cosine(wanted, packed(all.get(i))), false));
      }
    }
    return near.stream()
        .sorted(Comparator.comparingDouble((VectorColumn.Near each) -> -each.cosine()))
        .toList();
  }
}
