package greenpair.pages.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewLinksTest {
  @Test
  void toggle_addsAValue_andTakesItAway() {
    ViewLinks links = ViewLinks.of("q=heat+pump&city=&sector=BLD&cursor=old");

    assertEquals("/?q=heat+pump&sector=BLD&kind=firm", links.toggle("kind", "firm"));
    assertEquals("/?q=heat+pump", links.toggle("sector", "BLD"));
    assertEquals("/", ViewLinks.of("sector=BLD").toggle("sector", "BLD"));
  }

  @Test
  void words_page_widest() {
    ViewLinks links = ViewLinks.of("kind=firm&q=a");

    assertEquals("/?q=%E7%83%AD%E6%B3%B5+%26&kind=firm", links.words("热泵 &"));
    assertEquals("/?kind=firm&q=a&cursor=x%3D%3D", links.page("x=="));
    assertEquals("/?q=a", links.widest());
    assertEquals("/", ViewLinks.of("").widest());
  }

  @Test
  void cases_areAskedFor_instead() {
    assertEquals(
        "/?q=a&sector=BLD&kind=deployment&kind=need",
        ViewLinks.of("q=a&kind=firm&sector=BLD").cases());
  }

  @ParameterizedTest
  @CsvSource({
    "li.na+bus@example.com, mailto:li.na%2Bbus@example.com",
    "a?cc=evil@example.com, mailto:a%3Fcc%3Devil@example.com",
    "a@example.com?bcc=b&body=x, mailto:a@example.com%3Fbcc%3Db%26body%3Dx",
    "李@example.com, mailto:%E6%9D%8E@example.com"
  })
  void mail_hasOneRecipient_andNothingElse(String address, String link) {
    assertEquals(link, ViewLinks.mail(address));
  }

  @ParameterizedTest
  @CsvSource({"+86 755 1234-5678, tel:+8675512345678", "(0755) 12 34, tel:07551234"})
  void phone_isDialledByItsDigits(String number, String link) {
    assertEquals(link, ViewLinks.phone(number));
  }

  @Test
  void kept_areTheFiltersAlone() {
    assertEquals(
        List.of(new ViewLinks.Pair("sector", "BLD"), new ViewLinks.Pair("kind", "firm")),
        ViewLinks.of("q=a&sector=BLD&city=cn-jilin&near=city&kind=firm").kept());
  }
}
