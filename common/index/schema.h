// The field table: the one place that says how posts lie in the Xapian database. Indexing and
// searching both read it; prefixes follow Omega's conventions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

// Changes when documents written by another version cannot be searched by this one.
inline constexpr int kSchemaVersion = 1;

enum class Field : std::uint8_t {
  text,     // everything a reader reads, except code blocks: title, tags, slug, summary, headings and prose
  title,    // words of the title
  heading,  // words of headings
  tag,      // words of categories
  slug,     // words of the URL's last segment
  definition,  // terms the post defines (dfn)
  code,        // words of code blocks and inline code
  author_words,
  // Boolean fields: exact keys, no part in the score.
  id,           // hash of site and guid: the identity
  url,          // hash of the canonical URL
  category,     // name_key() of a category
  author,       // name_key() of the author
  site,         // name_key() of the site's id
  host,         // of the URL
  language,     // primary language subtag
  year,         // of publication, YYYY
  month,        // of publication, YYYYMM
  day,          // of publication, YYYYMMDD
  title_exact,  // hash of title_key(); weighs, unlike the others here
};

// How a field is written.
struct FieldInfo {
  Field field;
  std::string_view name;    // as in documentation and `pressmark explain`
  std::string_view prefix;  // of its terms
  bool has_positions;       // folded words with positions; without weight where the field has stems
  bool has_stems;           // "Z" + prefix + stem, without positions
};

inline constexpr std::array kFields{
    FieldInfo{Field::text, "text", "", true, true},
    FieldInfo{Field::title, "title", "S", true, true},
    FieldInfo{Field::heading, "heading", "XH", true, true},
    FieldInfo{Field::tag, "tag", "XT", false, true},
    FieldInfo{Field::slug, "slug", "XU", false, true},
    FieldInfo{Field::definition, "definition", "XD", false, true},
    FieldInfo{Field::code, "code", "XC", true, false},
    FieldInfo{Field::author_words, "author words", "A", true, false},
    FieldInfo{Field::id, "id", "Q", false, false},
    FieldInfo{Field::url, "url", "U", false, false},
    FieldInfo{Field::category, "category", "K", false, false},
    FieldInfo{Field::author, "author", "XA", false, false},
    FieldInfo{Field::site, "site", "J", false, false},
    FieldInfo{Field::host, "host", "H", false, false},
    FieldInfo{Field::language, "language", "L", false, false},
    FieldInfo{Field::year, "year", "Y", false, false},
    FieldInfo{Field::month, "month", "M", false, false},
    FieldInfo{Field::day, "day", "D", false, false},
    FieldInfo{Field::title_exact, "exact title", "XE", false, false},
};

// Value slots. A slot's meaning never changes within a schema version.
namespace slot {
inline constexpr unsigned kPublished = 0;   // sortable_serialise of seconds since 1970; absent if unknown
inline constexpr unsigned kUpdated = 1;     // likewise
inline constexpr unsigned kCategories = 2;  // the categories as spelled, packed (pack_strings)
inline constexpr unsigned kAuthor = 3;      // as spelled
inline constexpr unsigned kSite = 4;
inline constexpr unsigned kLanguage = 5;
inline constexpr unsigned kOutline = 6;  // where title, sections and headings lie (outline.h)
inline constexpr unsigned kChange = 7;   // the archive's change number of the row, decimal
}  // namespace slot

// Metadata keys.
namespace metadata {
inline constexpr std::string_view kFormat = "format";          // index_format()
inline constexpr std::string_view kArchive = "archive_uuid";   // the archive this index reflects
inline constexpr std::string_view kChange = "archive_change";  // up to this change number
inline constexpr std::string_view kLanguages = "languages";    // primary subtags, comma separated
inline constexpr std::string_view kGenerator = "generator";
inline constexpr std::string_view kBoilerplate = "boilerplate";  // pack_boilerplate()
}  // namespace metadata

// Free positions left between two blocks, so that no phrase crosses from one into the next,
// and between sections.
inline constexpr std::uint32_t kBlockGap = 8;
inline constexpr std::uint32_t kSectionGap = 64;
// The position of the title's first word.
inline constexpr std::uint32_t kFirstPosition = 1;

// Longest term Xapian stores is 245 bytes; ours stay well below.
inline constexpr std::size_t kMaxKeyBytes = 200;

[[nodiscard]] constexpr FieldInfo const& field_info(Field field) {
  return kFields[static_cast<std::size_t>(field)];
}

// The term for a folded word in `field`.
[[nodiscard]] std::string word_term(Field field, std::string_view word);
// The term for a stem in `field`: "Z" + prefix + stem.
[[nodiscard]] std::string stem_term(Field field, std::string_view stem);
// The term for an exact key in a boolean field; keys over kMaxKeyBytes are hashed.
[[nodiscard]] std::string key_term(Field field, std::string_view key);

// Several strings in one value slot, and back. Unpacking damaged data gives what is whole.
[[nodiscard]] std::string pack_strings(std::vector<std::string> const& strings);
[[nodiscard]] std::vector<std::string> unpack_strings(std::string_view packed);

}  // namespace pressmark
