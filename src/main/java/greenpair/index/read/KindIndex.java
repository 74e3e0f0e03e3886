package greenpair.index.read;

import module java.base;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.catalog.Disclosure.WholeEntry;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.config.Lazy;
import greenpair.index.analysis.TextAnalyzers;
import greenpair.index.codec.CityTable;
import greenpair.index.codec.TraitsCodec;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.NamedEntry;
import greenpair.index.document.EntryDocumentBuilder;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHitCountCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;

/// The open Lucene index of one kind.
public final class KindIndex {
  /// Size in bytes of the cache of decoded records, most recently used first: the page of a partner
  /// needs every need of a programme. Some thousand entries, or a few long ones.
  private static final int DECODED = 4 << 20;

  private final Directory directory;
  private final DirectoryReader reader;
  private final CachingSearcher searcher;
  private final TraitsCodec traits;
  private final KindRecords records;
  private final Entry.Codec codec;
  private final FirstStage first;
  private final KindSearch search;
  private final Lazy<EntryNames> names = new Lazy<>(() -> new EntryNames(this));
  private final Cache<Integer, Decoded> decoded =
      Caffeine.newBuilder()
          .maximumWeight(DECODED)
          .weigher((Integer doc, Decoded each) -> each.bytes)
          .build();

  private record Decoded(WholeEntry entry, int bytes) {}

  private KindIndex(
      Directory directory, DirectoryReader reader, OpenGeneration.Context context, CityTable cities)
      throws IOException {
    this.directory = directory;
    this.reader = reader;
    this.searcher = new CachingSearcher(reader);
    this.traits = new TraitsCodec(context.taxonomy(), cities);
    this.records = new KindRecords(reader, traits);
    this.codec = context.codec();
    this.first = new FirstStage(new TextAnalyzers(context.settings()), searcher);
    this.search = new KindSearch(reader, context.settings());
  }

  static KindIndex open(Path path, OpenGeneration.Context context, CityTable cities)
      throws IOException {
    Directory directory = new MMapDirectory(path);
    DirectoryReader reader = null;
    try {
      reader = DirectoryReader.open(directory);
      return new KindIndex(directory, reader, context, cities);
    } catch (IOException | RuntimeException | Error e) {
      IOUtils.closeWhileSuppressingExceptions(e, reader, directory);
      throw e;
    }
  }

  void close() {
    try {
      IOUtils.close(reader, directory);
    } catch (IOException e) {
      throw OpenGeneration.unchecked(e);
    }
  }

  /// Reads all entries of this kind, which are cities, into the table.
  void readCities() throws IOException {
    records.each(IndexFields.TRAITS, traits::readCity);
  }

  EntryNames names() {
    return names.get();
  }

  /// The stored data.
  KindRecords records() {
    return records;
  }

  Optional<WholeEntry> whole(EntryId id) {
    return OpenGeneration.read(
        () -> {
          int doc = records.doc(id);
          return doc < 0 ? Optional.empty() : Optional.of(whole(reader.storedFields(), doc));
        });
  }

  public Optional<Text> name(EntryId id) {
    return OpenGeneration.read(
        () -> {
          int doc = records.doc(id);
          return doc < 0 ? Optional.empty() : Optional.of(named(doc).name());
        });
  }

  NamedEntry named(int doc) throws IOException {
    return EntryDocumentBuilder.named(records.value(IndexFields.LABEL, doc));
  }

  KindSearch search() {
    return search;
  }

  Entry at(int doc) {
    return OpenGeneration.read(() -> record(reader.storedFields(), doc));
  }

  List<Entry> ofCity(EntryId city) {
    Query query = new TermQuery(new Term(IndexFields.CITY, city.value()));
    return OpenGeneration.read(
        () -> {
          ScoreDoc[] hits =
              searcher.search(query, Math.max(1, searcher.count(query)), Sort.INDEXORDER).scoreDocs;
          List<Entry> found = entries(Arrays.stream(hits).map(hit -> hit.doc).toList());
          found.sort(Comparator.comparing(Entry::id));
          return found;
        });
  }

  List<Entry> entries(int from, int limit) {
    return OpenGeneration.read(() -> entries(records.docs(from, limit)));
  }

  private List<Entry> entries(List<Integer> docs) throws IOException {
    StoredFields stored = reader.storedFields();
    List<Entry> entries = new ArrayList<>(docs.size());
    for (int doc : docs) {
      entries.add(record(stored, doc));
    }
    return entries;
  }

  void ids(Consumer<EntryId> each) {
    try {
      records.each(IndexFields.LABEL, label -> each.accept(EntryDocumentBuilder.named(label).id()));
    } catch (IOException e) {
      throw OpenGeneration.unchecked(e);
    }
  }

  /// The only place where records are read for display; it removes restricted fields.
  private Entry record(StoredFields stored, int doc) throws IOException {
    return whole(stored, doc).open();
  }

  private WholeEntry whole(StoredFields stored, int doc) throws IOException {
    Decoded known = decoded.getIfPresent(doc);
    if (known == null) {
      byte[] record = KindRecords.record(stored, doc);
      known = new Decoded(new WholeEntry(codec.decode(record)), record.length);
      decoded.put(doc, known);
    }
    return known.entry;
  }

  List<Candidate> candidates(CandidateQuery query, Deadline deadline) {
    return OpenGeneration.read(
        () -> {
          FirstStage.Text words = first.words(query.text());
          Query wanted = first.query(query, words);
          int depth = Math.max(1, Math.min(query.depth(), reader.maxDoc()));
          ScoreDoc[] hits =
              deadline.search(searcher, wanted, new TopScoreDocCollectorManager(depth, depth))
                  .scoreDocs;
          List<Integer> docs = Arrays.stream(hits).map(hit -> hit.doc).sorted().toList();
          List<Candidate> found = score(words, docs);
          return Arrays.stream(hits)
              .map(hit -> found.get(Collections.binarySearch(docs, hit.doc)))
              .toList();
        });
  }

  /// The number of documents of which [#candidates] gives the strongest.
  long matching(CandidateQuery query, Deadline deadline) {
    return OpenGeneration.read(
        () -> {
          Query wanted = first.query(query, first.words(query.text()));
          return deadline.search(
              searcher, wanted, new TotalHitCountCollectorManager(searcher.getSlices()));
        });
  }

  Optional<Candidate> candidate(CandidateQuery query, EntryId id) {
    return OpenGeneration.read(
        () -> {
          int doc = records.doc(id);
          List<Integer> docs = doc < 0 ? List.of() : List.of(doc);
          return score(first.words(query.text()), docs).stream().findFirst();
        });
  }

  /// Scores names and texts of documents, given in ascending order, and reads their traits.
  private List<Candidate> score(FirstStage.Text words, List<Integer> docs) throws IOException {
    double[] names = first.shares(words.name(), docs);
    double[] english = first.shares(words.english(), docs);
    double[] chinese = first.shares(words.chinese(), docs);
    List<Candidate> candidates = new ArrayList<>(docs.size());
    BinaryDocValues values = MultiDocValues.getBinaryValues(reader, IndexFields.TRAITS);
    for (int i = 0; i < docs.size(); i++) {
      if (!values.advanceExact(docs.get(i))) {
        throw new IllegalStateException("document " + docs.get(i) + " has no traits");
      }
      TraitsCodec.Unpacked unpacked = traits.unpack(values.binaryValue());
      candidates.add(
          new Candidate(
              unpacked.id(),
              unpacked.traits(),
              unpacked.precedents(),
              names[i],
              Math.max(english[i], chinese[i])));
    }
    return candidates;
  }
}
