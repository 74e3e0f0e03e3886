/// Spelling of texts and names in both languages: folding of case, width and accents, Traditional
/// characters as Simplified ones, and Pinyin.
package greenpair.text;
