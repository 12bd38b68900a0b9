// Articles as lines of text, so that tests can state them as tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/article.h"

namespace pressmark {

inline std::string_view name_of(BlockKind kind) {
  constexpr std::string_view kNames[] = {"text",  "heading", "item", "cell", "caption",
                                         "quote", "callout", "key",  "code", "image"};
  return kNames[static_cast<std::size_t>(kind)];
}

// Each block as "kind: text".
inline std::vector<std::string> blocks_of(Article const& article) {
  std::vector<std::string> lines;
  for (auto const& section : article.sections) {
    for (auto const& block : section.blocks)
      lines.push_back(std::string(name_of(block.kind)) + ": " + block.text);
  }
  return lines;
}

// One line per section: "#anchor 2 Heading | kind: text | kind: text".
inline std::vector<std::string> outline_of(Article const& article) {
  std::vector<std::string> lines;
  for (auto const& section : article.sections) {
    auto line = "#" + section.anchor + " " + std::to_string(section.level) + " " + section.heading;
    for (auto const& block : blocks_of({{section}, false})) line += " | " + block;
    lines.push_back(line);
  }
  return lines;
}

inline std::string joined(std::vector<std::string> const& lines, std::string_view separator) {
  std::string result;
  for (auto const& line : lines) {
    if (!result.empty()) result += separator;
    result += line;
  }
  return result;
}

}  // namespace pressmark
