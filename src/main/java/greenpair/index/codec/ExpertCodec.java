package greenpair.index.codec;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.Kind;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Provenance;
import greenpair.index.contract.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What ranking needs of an expert beyond its organisation.
final class ExpertCodec {
  private static final Kind[] KINDS = Kind.values();

  private ExpertCodec() {}

  static void pack(Packed.Writer out, Expert expert) {
    out.texts(expert.languages());
    Expert.Days days = expert.days();
    out.whole(days == null ? null : (Integer) days.count());
    if (days != null) {
      date(out, days.from());
      date(out, days.until());
    }
    Entry.Key affiliation = expert.affiliation();
    out.count(affiliation == null ? 0 : 1);
    if (affiliation != null) {
      reference(out, affiliation);
    }
    date(out, expert.declared());
    out.count(expert.conflicts().size());
    for (Expert.Conflict each : expert.conflicts()) {
      reference(out, each.with());
      out.text(each.source().source());
      out.text(each.source().publisher());
      date(out, each.source().published());
      out.flag(each.source().verified());
    }
  }

  static Traits.OfExpert unpack(
      Packed.Reader in,
      List<Code> technologies,
      boolean verified,
      Traits.Organisation organisation) {
    List<String> languages = in.texts();
    Integer count = in.whole();
    Expert.Days days = count == null ? null : new Expert.Days(count, date(in), date(in));
    Entry.Key affiliation = in.count() == 0 ? null : reference(in);
    PartialDate declared = date(in);
    int known = in.count();
    List<Expert.Conflict> conflicts = new ArrayList<>(known);
    for (int i = 0; i < known; i++) {
      conflicts.add(
          new Expert.Conflict(
              reference(in),
              null,
              new Provenance(
                  in.mustText(), null, in.text(), date(in), null, in.isSet(), null, List.of())));
    }
    return new Traits.OfExpert(
        technologies, verified, organisation, languages, days, affiliation, declared, conflicts);
  }

  private static void reference(Packed.Writer out, Entry.Key reference) {
    out.choice(reference.kind());
    out.text(reference.id().value());
  }

  private static Entry.Key reference(Packed.Reader in) {
    return new Entry.Key(Objects.requireNonNull(in.choice(KINDS)), new EntryId(in.mustText()));
  }

  private static void date(Packed.Writer out, @Nullable PartialDate date) {
    out.text(date == null ? null : date.toString());
  }

  private static @Nullable PartialDate date(Packed.Reader in) {
    String text = in.text();
    return text == null ? null : PartialDate.of(text);
  }
}
