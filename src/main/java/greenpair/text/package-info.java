/// Spelling of texts and names in both languages: folding of case, width and accents, Traditional
/// characters as Simplified ones, and Pinyin.
///
/// | to | use |
/// | --- | --- |
/// | compare names of firms, in whatever script | [Folding] |
/// | compare cells, headers and words of a mapping | [Slug#fold] |
/// | make an id of a name | [Slug#of] |
/// | find terms of the taxonomy in a text | [WordTokens] |
/// | read Chinese as the mainland writes it | [Simplified] |
/// | transcribe a Chinese name, for typing and slips of sound | [Pinyin] |
/// | compare a name in Pinyin with one in characters | [NamePinyin] |
package greenpair.text;
