package greenpair.index.codec;

import greenpair.catalog.Code;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The codes of the taxonomy by their place in its file. A generation opens only under the
/// configuration that built it, so places never differ between writing and reading.
public final class CodeTable {
  private final List<Code> codes = new ArrayList<>();
  private final Map<Code, Integer> ordinals = new HashMap<>();

  public CodeTable(Taxonomy taxonomy) {
    for (Concept concept : taxonomy.concepts()) {
      ordinals.put(concept.code(), codes.size());
      codes.add(concept.code());
    }
  }

  private int ordinal(Code code) {
    Integer ordinal = ordinals.get(code);
    if (ordinal == null) {
      throw new IllegalArgumentException("code " + code + " is not in the taxonomy");
    }
    return ordinal;
  }

  private Code at(int ordinal) {
    return codes.get(ordinal);
  }

  void write(Packed.Writer out, List<Code> list) {
    out.count(list.size());
    list.forEach(code -> out.count(ordinal(code)));
  }

  List<Code> read(Packed.Reader in) {
    int count = in.count();
    Code[] list = new Code[count];
    for (int i = 0; i < count; i++) {
      list[i] = at(in.count());
    }
    return List.of(list);
  }
}
