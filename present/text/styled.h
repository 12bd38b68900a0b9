// Pieces of text in the renditions that every text presentation shares.
#pragma once

#include <string>
#include <string_view>

#include "present/text/text_style.h"
#include "searcher/results/search_results.h"

namespace pressmark {

// Renditions: parameters of SGR sequences.
namespace rendition {
inline constexpr std::string_view kTitle = "1";
inline constexpr std::string_view kMatch = "1;31";
inline constexpr std::string_view kLink = "4;34";
inline constexpr std::string_view kAside = "2";
}  // namespace rendition

// Text in a rendition, if `style` has colours; it has to be printable.
[[nodiscard]] std::string styled(std::string_view text, std::string_view base, TextStyle const& style);
[[nodiscard]] std::string styled(HighlightedText const& text, std::string_view base, TextStyle const& style);

// An address as `shown`; on terminals a link to `url`, if that is a web address.
[[nodiscard]] std::string styled_link(std::string_view url, std::string_view shown, TextStyle const& style);

}  // namespace pressmark
