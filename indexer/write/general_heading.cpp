// Recognises introductions, summaries and conclusions by the words of their headings.
#include "indexer/write/general_heading.h"

#include <algorithm>
#include <array>

#include "common/text/analyzer.h"

namespace pressmark {
namespace {

constexpr std::array<std::string_view, 17> kGeneralWords{
    "afterword", "closing",      "conclusion", "conclusions", "cta",      "epilogue",
    "intro",     "introduction", "lessons",    "outro",       "overview", "preface",
    "prologue",  "recap",        "summary",    "takeaways",   "tldr"};
static_assert(std::is_sorted(kGeneralWords.begin(), kGeneralWords.end()));

bool has_general_word(std::string_view text) {
  Analysis analysis;
  Analyzer().analyze(text, TextKind::prose, analysis);
  return std::any_of(analysis.terms().begin(), analysis.terms().end(), [&](Term const& term) {
    return std::binary_search(kGeneralWords.begin(), kGeneralWords.end(), analysis.text(term));
  });
}

}  // namespace

bool is_general_heading(std::string_view heading, std::string_view anchor) {
  return has_general_word(heading) || has_general_word(anchor);
}

}  // namespace pressmark
