// Lays search results out for a terminal.
#include "present/results_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "common/base/url.h"
#include "present/facet_order.h"
#include "present/highlight.h"
#include "present/text_columns.h"
#include "present/wrap.h"

namespace pressmark {

namespace {

constexpr std::size_t kMinColumns = 20;
constexpr std::size_t kMinWordsColumns = 10;  // beside an anchor, however long
constexpr std::size_t kSnippetLines = 2;
constexpr std::size_t kFacetLines = 3;
constexpr std::string_view kIndent = "  ";
constexpr std::string_view kSeparator = " · ";

// Renditions: parameters of SGR sequences.
constexpr std::string_view kTitle = "1";
constexpr std::string_view kMatch = "1;31";
constexpr std::string_view kLink = "4;34";
constexpr std::string_view kAside = "2";

std::string styled(std::string_view text, std::string_view rendition, TextStyle const& style) {
  return style.color ? ansi_styled(text, rendition) : std::string(text);
}

std::string styled(HighlightedText const& text, std::string_view rendition, TextStyle const& style) {
  return style.color ? highlight_ansi(text, rendition, kMatch) : text.text;
}

std::string joined(std::vector<std::string> const& parts, std::string_view separator) {
  std::string all;
  for (auto const& part : parts) {
    if (!all.empty()) all += separator;
    all += part;
  }
  return all;
}

std::string quoted_list(std::vector<std::string> const& words) {
  std::vector<std::string> quoted;
  for (auto const& word : words) quoted.push_back('"' + printable_text(word) + '"');
  return joined(quoted, ", ");
}

// The bytes a terminal accepts in the target of a link.
std::string link_target(std::string_view url) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string target;
  for (char const c : url) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F) {
      target += c;
    } else {
      target.append({'%', kDigits[byte >> 4], kDigits[byte & 0xF]});
    }
  }
  return target;
}

// Never cut: a URL is there to be followed.
std::string link_line(std::string const& url, TextStyle const& style) {
  auto const shown = styled(printable_text(url), kLink, style);
  if (!style.hyperlinks || !is_web_url(url)) return shown;
  return "\x1b]8;;" + link_target(url) + "\x1b\\" + shown + "\x1b]8;;\x1b\\";
}

// "12 posts for rename, 1 to 10 shown".
std::string count_line(SearchResults const& results) {
  std::string line = results.exact_total ? "" : "about ";
  line += std::to_string(results.total) + (results.total == 1 ? " post" : " posts");
  if (auto const query = printable_text(results.query); !query.empty()) line += " for " + query;
  if (!results.hits.empty() && results.hits.size() < results.total) {
    line += ", " + std::to_string(results.offset + 1) + " to " +
            std::to_string(results.offset + results.hits.size()) + " shown";
  }
  return line;
}

std::string head(SearchResults const& results, TextStyle const& style) {
  std::vector<std::string> lines{count_line(results)};
  if (results.relaxation == Relaxation::prefix) {
    lines.emplace_back("to find more, words were taken as beginnings of longer ones");
  }
  if (results.corrected_query) {
    lines.push_back("to find more, searched for: " + printable_text(*results.corrected_query));
  }
  if (!results.missing_words.empty()) {
    lines.push_back("to find more, left out: " + quoted_list(results.missing_words));
  }
  if (results.did_you_mean) lines.push_back("did you mean: " + printable_text(*results.did_you_mean));
  if (results.partial) lines.emplace_back("time ran out; this is what was found until then");
  std::string text;
  for (auto const& line : lines) text += styled(line, kAside, style) + '\n';
  return text;
}

std::string aside_line(Hit const& hit, TextStyle const& style) {
  std::vector<std::string> parts;
  if (hit.published) parts.push_back(format_day(*hit.published));
  if (!hit.categories.empty()) parts.push_back(printable_text(joined(hit.categories, ", ")));
  if (!hit.author.empty()) parts.push_back(printable_text(hit.author));
  if (parts.empty()) return {};
  return styled(clip_text({joined(parts, kSeparator), {}}, style.columns).text, kAside, style) + '\n';
}

// Heading and words around the match.
std::string best_section(SectionHit const& section, std::string_view title, TextStyle const& style) {
  auto const columns = style.columns - kIndent.size();
  std::string text;
  if (auto const heading = printable_text(section.heading); !heading.text.empty() && heading.text != title) {
    text.append(kIndent).append(styled(clip_text(heading, columns), kTitle, style)) += '\n';
  }
  for (auto const& line : wrap_text(printable_text(section.snippet), columns, kSnippetLines)) {
    text.append(kIndent).append(styled(line, {}, style)) += '\n';
  }
  return text;
}

// "also: Heading — #anchor", on one line.
std::string further_section(SectionHit const& section, TextStyle const& style) {
  constexpr std::string_view kLabel = "also: ";
  auto const anchor = section.anchor.empty() ? "" : " — #" + printable_text(section.anchor);
  auto const taken = kIndent.size() + kLabel.size() + columns_of(anchor);
  auto const columns = std::max(style.columns, taken + kMinWordsColumns) - taken;
  auto const words = printable_text(section.heading.text.empty() ? section.snippet : section.heading);
  std::string line;
  line.append(kIndent).append(styled(kLabel, kAside, style));
  return line + styled(clip_text(words, columns), {}, style) + styled(anchor, kAside, style) + '\n';
}

std::string hit_text(Hit const& hit, TextStyle const& style) {
  auto const& url =
      hit.sections.empty() || hit.sections.front().url.empty() ? hit.url : hit.sections.front().url;
  auto title = printable_text(hit.title);
  if (title.text.empty()) title.text = "(untitled)";

  std::string text = "\n";
  for (auto const& line : wrap_text(title, style.columns, 2)) text += styled(line, kTitle, style) + '\n';
  if (!url.empty()) text += link_line(url, style) + '\n';
  text += aside_line(hit, style);
  for (std::size_t i = 0; i < hit.sections.size(); ++i) {
    auto const& section = hit.sections[i];
    text += i == 0 ? best_section(section, title.text, style) : further_section(section, style);
  }
  return text;
}

// "year        2026 22 · 2025 3".
std::string facet_text(std::string const& group, FacetCounts const& counts, TextStyle const& style) {
  constexpr std::size_t kLabelColumns = 12;
  std::vector<std::string> values;
  for (auto const& [value, count] : counts) {
    values.push_back(printable_text(value) + ' ' + std::to_string(count));
  }
  auto const columns = std::max(style.columns - kLabelColumns, kMinColumns);
  std::string text;
  for (auto const& line : wrap_text({joined(values, kSeparator), {}}, columns, kFacetLines)) {
    auto label = text.empty() ? group : std::string();
    label.resize(std::max(kLabelColumns, label.size() + 1), ' ');
    text += styled(label, kAside, style) + line.text + '\n';
  }
  return text;
}

}  // namespace

std::string results_text(SearchResults const& results, TextStyle const& wanted) {
  auto style = wanted;
  style.columns = std::max(style.columns, kMinColumns);
  auto text = head(results, style);
  for (auto const& hit : results.hits) text += hit_text(hit, style);
  std::string facets;
  for (auto const& group : facet_order(results.facets)) {
    facets += facet_text(group, results.facets.at(group), style);
  }
  return facets.empty() ? text : text + '\n' + facets;
}

std::string results_urls(SearchResults const& results) {
  std::string urls;
  for (auto const& hit : results.hits) urls += printable_text(hit.url) + '\n';
  return urls;
}

NothingFound nothing_found(SearchResults const& results) {
  auto const query = printable_text(results.query);
  if (query.empty()) return {"no post to list", "try fewer filters; pressmark stats shows what there is"};
  NothingFound nothing{"nothing found for " + query, {}};
  nothing.hint = results.did_you_mean
                     ? "did you mean: " + printable_text(*results.did_you_mean)
                     : "try fewer or other words, the beginning of one as in word*, or fewer filters";
  return nothing;
}

}  // namespace pressmark
