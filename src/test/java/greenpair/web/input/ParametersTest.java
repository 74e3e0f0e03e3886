package greenpair.web.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import greenpair.Seeded;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.web.Client;
import greenpair.web.http.Fault;
import greenpair.web.http.Faults;
import greenpair.web.http.RefusedException;
import greenpair.web.http.ValueParser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private final Faults faults = new Faults();

  private Parameters read(@Nullable String query) {
    ValueParser checks = new ValueParser(faults, new Taxonomy(List.of()));
    return new Parameters(query, checks, List.of("q", "kind", "limit", "lang", "technology"));
  }

  private List<Fault> found() {
    return assertThrows(RefusedException.class, faults::throwIfAny).faults();
  }

  @Test
  void query_missing_givesFallbacks() {
    Parameters parameters = read(null);
    assertEquals(10, parameters.limit(10));
    assertEquals("", parameters.words());
    assertNull(parameters.language());
    assertEquals(List.of(Kind.FIRM), parameters.kind(List.of(Kind.FIRM), List.of(Kind.FIRM)));
    faults.throwIfAny();
  }

  @Test
  void limit_ofAnyWrongForm_isAFaultWithItsRange() {
    for (String wrong :
        List.of("-1", "0", "101", "ten", "1.5", "", "+5", "99999999999999999999", "１０", "1e1")) {
      read("limit=" + Client.encode(wrong)).limit(10);
    }
    List<Fault> all = found();
    assertEquals(10, all.size());
    for (Fault fault : all) {
      assertEquals("limit", fault.field());
      assertEquals("must be an integer from 1 to 100", fault.rule().in(Language.EN));
      assertEquals("须为1至100的整数", fault.rule().in(Language.ZH));
    }
  }

  @Test
  void name_thatIsUnknown_isAFaultThatNamesTheNearest() {
    read("limt=5");
    assertEquals("limt", found().getFirst().field());
    assertEquals("did you mean \"limit\"? leave it out", found().getFirst().next().in(Language.EN));
  }

  @Test
  void name_thatStandsTwice_isAFault() {
    read("q=a&q=b");
    assertEquals("must be given once, not 2 times", found().getFirst().rule().in(Language.EN));
  }

  @Test
  void value_thatIsNoUtf8_isAFault() {
    for (String wrong : List.of("%zz", "%", "%4", "%ff", "%ED%A0%80", "%C0%AF", "%00%e7%94")) {
      read("q=" + wrong);
    }
    assertEquals(7, found().size());
    assertEquals("must be percent-encoded UTF-8", found().getFirst().rule().in(Language.EN));
  }

  @Test
  void faults_beyondAHundred_areCountedAndNotListed() {
    read("x=1&".repeat(3) + "y1=&y2=&y3=");
    for (int i = 0; i < 200; i++) {
      read("limit=0").limit(1);
    }
    RefusedException refused = assertThrows(RefusedException.class, faults::throwIfAny);
    assertEquals(100, refused.faults().size());
    assertEquals(true, refused.detail().in(Language.EN).contains("204 errors in all"));
  }

  @Seeded
  void text_encodedByTheJdk_isReadBack(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < random.nextInt(30); i++) {
      int point = random.nextInt(0x110000);
      text.appendCodePoint(Character.getType(point) == Character.SURROGATE ? 'x' : point);
    }
    String encoded = URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    assertEquals(Optional.of(text.toString()), Parameters.decode(encoded));
    // A browser may send it as it is.
    String raw = text.toString().replace("%", "%25").replace("+", "%2B");
    assertEquals(Optional.of(text.toString()), Parameters.decode(raw));
  }
}
