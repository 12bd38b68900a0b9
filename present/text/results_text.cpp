// Lays search results out for a terminal.
#include "present/text/results_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "common/strings/text_list.h"
#include "common/text/display_width.h"
#include "common/url/url.h"
#include "present/facet_order.h"
#include "present/text/styled.h"
#include "present/text/wrap.h"

namespace pressmark {

namespace {

constexpr std::size_t kMinWordsColumns = 10;  // beside an anchor, however long
constexpr std::size_t kFacetValues = 8;
constexpr std::string_view kIndent = "  ";
constexpr std::string_view kSeparator = " · ";

std::string quoted_list(std::vector<std::string> const& words) {
  std::vector<std::string> quoted;
  for (auto const& word : words) quoted.push_back('"' + printable_text(word) + '"');
  return join(quoted);
}

// "12 posts for rename, 1 to 10 shown".
std::string count_line(SearchResults const& results) {
  auto line = (results.exact_total ? "" : "about ") + counted(results.total, "post");
  auto const query = printable_text(results.corrected_query.value_or(results.query));
  if (!query.empty()) line += " for " + query;
  if (!results.hits.empty() && results.hits.size() < results.total) {
    line += ", " + std::to_string(results.offset + 1) + " to " +
            std::to_string(results.offset + results.hits.size()) + " shown";
  } else if (results.hits.empty() && results.offset > 0) {
    line += ", none after the first " + std::to_string(results.offset);
  }
  return line;
}

// How the posts answer the query, if not simply by having all of its words.
std::vector<std::string> reading_lines(SearchResults const& results) {
  std::vector<std::string> lines;
  if (results.corrected_query) {
    lines.push_back("nothing matches " + printable_text(results.query) + "; this was searched instead");
  }
  if (results.relaxation == Relaxation::prefix) {
    lines.emplace_back("nothing matches as typed; the last word was taken for the beginning of one");
  }
  auto const all = results.all_words_total;
  if (all > 0) {
    lines.push_back(counted(all, "post") + (all == 1 ? " has" : " have") + " all words, " +
                    std::to_string(results.total - all) + " more " +
                    (results.total - all == 1 ? "has" : "have") + " most of them");
  }
  if (!results.missing_words.empty()) {
    lines.push_back("no post has all words; the first here lacks " + quoted_list(results.missing_words));
  }
  if (results.did_you_mean) lines.push_back("did you mean: " + printable_text(*results.did_you_mean));
  if (results.partial) lines.emplace_back("time ran out; this is what was found until then");
  return lines;
}

std::string head(SearchResults const& results, TextStyle const& style) {
  auto text = styled(count_line(results), rendition::kAside, style) + '\n';
  for (auto const& line : reading_lines(results)) text += styled(line, rendition::kAside, style) + '\n';
  return text;
}

std::string aside_line(Hit const& hit, TextStyle const& style) {
  std::vector<std::string> parts;
  if (hit.published) parts.push_back(format_day(*hit.published));
  if (!hit.categories.empty()) parts.push_back(printable_text(join(hit.categories)));
  if (!hit.author.empty()) parts.push_back(printable_text(hit.author));
  if (parts.empty()) return {};
  return styled(clip_text({join(parts, kSeparator), {}}, style.columns).text, rendition::kAside, style) +
         '\n';
}

// Heading and words around the match.
std::string best_section(SectionHit const& section, std::string_view title, TextStyle const& style) {
  auto const columns = style.columns - kIndent.size();
  std::string text;
  if (auto const heading = printable_text(section.heading); !heading.text.empty() && heading.text != title) {
    text.append(kIndent).append(styled(clip_text(heading, columns), rendition::kTitle, style)) += '\n';
  }
  for (auto const& line : wrap_text(printable_text(section.snippet), columns, style.snippet_lines)) {
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
  line.append(kIndent).append(styled(kLabel, rendition::kAside, style));
  return line + styled(clip_text(words, columns), {}, style) + styled(anchor, rendition::kAside, style) +
         '\n';
}

std::string hit_text(Hit const& hit, TextStyle const& style) {
  auto const& url =
      hit.sections.empty() || hit.sections.front().url.empty() ? hit.url : hit.sections.front().url;
  auto title = printable_text(hit.title);
  if (title.text.empty()) title.text = "(untitled)";

  std::string text = "\n";
  for (auto const& line : wrap_text(title, style.columns, 2)) {
    text += styled(line, rendition::kTitle, style) + '\n';
  }
  if (!url.empty()) text += styled_link(url, without_text_directive(url), style) + '\n';
  text += aside_line(hit, style);
  for (std::size_t i = 0; i < hit.sections.size(); ++i) {
    auto const& section = hit.sections[i];
    text += i == 0 ? best_section(section, title.text, style) : further_section(section, style);
  }
  return text;
}

// As many values as fit on a line, at least one, and the number of those that do not: "Storage 12
// · Linux 3 · 5 more".
std::string facet_values(FacetCounts const& counts, std::size_t columns) {
  std::string line;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    auto const value = printable_text(counts[i].first) + ' ' + std::to_string(counts[i].second);
    auto longer = line;
    append_item(longer, value, kSeparator);
    auto const left = counts.size() - i - 1;
    auto more = longer;
    append_item(more, std::to_string(left) + " more", kSeparator);
    if (i > 0 && (i >= kFacetValues || columns_of(left > 0 ? more : longer) > columns)) {
      append_item(line, std::to_string(left + 1) + " more", kSeparator);
      return line;
    }
    line = std::move(longer);
  }
  return line;
}

// "year        2026 22 · 2025 3".
std::string facet_text(std::string const& group, FacetCounts const& counts, TextStyle const& style) {
  constexpr std::size_t kLabelColumns = 12;
  if (counts.empty()) return {};
  auto const columns = std::max(style.columns, TextStyle::kMinColumns + kLabelColumns) - kLabelColumns;
  auto label = group;
  label.resize(std::max(kLabelColumns, label.size() + 1), ' ');
  auto const values = clip_text({facet_values(counts, columns), {}}, columns);
  return styled(label, rendition::kAside, style) + values.text + '\n';
}

}  // namespace

std::string results_text(SearchResults const& results, TextStyle const& wanted) {
  auto style = wanted;
  style.columns = std::max(style.columns, TextStyle::kMinColumns);
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
  for (auto const& hit : results.hits) {
    if (!hit.url.empty()) urls += printable_text(hit.url) + '\n';
  }
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
