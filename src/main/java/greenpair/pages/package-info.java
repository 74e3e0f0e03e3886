/// What people see: HTML pages made on the server from the plain answers of `match` and
/// `search`, in English and Chinese.
///
/// [Pages] is the front door: one method for each page, which gives the bytes of an HTML document
/// for a [Visit]. The templates are under `src/main/jte`; the build turns them into Java, so a
/// template that asks for what is not there does not compile. [Words] is the one bundle of phrases,
/// [Formats] writes numbers, money and dates as each language does, and [View] hands both to the
/// templates. [Assets] are the style sheet, the script and the icon. A page works without script
/// and asks nothing of another host.
@NullMarked
package greenpair.pages;

import org.jspecify.annotations.NullMarked;
