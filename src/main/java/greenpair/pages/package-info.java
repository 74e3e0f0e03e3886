/// HTML pages in English and Chinese, rendered on the server from the plain answers of `match` and
/// `search`.
///
/// [Pages] is the entry point: it writes the HTML document of a page for a
/// [Visit][greenpair.pages.view.Visit]. The templates are under `src/main/jte`; the
/// build compiles them to Java, so a template that uses a missing field does not compile.
/// The texts are those of [Messages][greenpair.message.Messages] that begin with `page.`,
/// [Formats][greenpair.pages.view.Formats] writes numbers, money and dates in each language, and
/// [PageText][greenpair.pages.view.PageText] provides both to the templates.
/// [Assets][greenpair.pages.view.Assets] are the style sheet, the script and the icon. A page works
/// without JavaScript and requests nothing from another host.
package greenpair.pages;
