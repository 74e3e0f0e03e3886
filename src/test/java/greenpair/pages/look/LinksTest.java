package greenpair.pages.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {
  @Test
  void toggle_addsAValue_andTakesItAway() {
    Links links = Links.of("q=heat+pump&city=&sector=BLD&cursor=old");

    assertEquals("/?q=heat+pump&sector=BLD&kind=firm", links.toggle("kind", "firm"));
    assertEquals("/?q=heat+pump", links.toggle("sector", "BLD"));
    assertEquals("/", Links.of("sector=BLD").toggle("sector", "BLD"));
  }

  @Test
  void words_page_widest() {
    Links links = Links.of("kind=firm&q=a");

    assertEquals("/?q=%E7%83%AD%E6%B3%B5+%26&kind=firm", links.words("热泵 &"));
    assertEquals("/?kind=firm&q=a&cursor=x%3D%3D", links.page("x=="));
    assertEquals("/?q=a", links.widest());
    assertEquals("/", Links.of("").widest());
  }

  @Test
  void cases_areAskedFor_instead() {
    assertEquals(
        "/?q=a&sector=BLD&kind=deployment&kind=need", Links.of("q=a&kind=firm&sector=BLD").cases());
  }

  @Test
  void kept_areTheFiltersAlone() {
    assertEquals(
        List.of(new Links.Pair("sector", "BLD"), new Links.Pair("kind", "firm")),
        Links.of("q=a&sector=BLD&city=cn-jilin&near=city&kind=firm").kept());
  }
}
