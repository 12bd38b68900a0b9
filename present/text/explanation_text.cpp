// Lays explanations out for a terminal.
#include "present/text/explanation_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/text_list.h"
#include "common/text/display_width.h"
#include "present/text/explanation_sentences.h"
#include "present/text/styled.h"
#include "present/text/wrap.h"

namespace pressmark {

namespace {

constexpr std::size_t kIndent = 2;
// Names are cut beyond this, so that a table stays one.
constexpr std::size_t kMaxNameColumns = 24;
constexpr std::size_t kNumberColumns = 8;
constexpr std::size_t kMinTextColumns = 10;
constexpr std::size_t kAllLines = 1000;

std::string decimal(double number, char const* format = "%.2f") {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), format, number);
  return buffer.data();
}

std::string signed_decimal(double number) {
  return decimal(number, "%+.2f");
}

std::string spaces(std::size_t columns) {
  return std::string(columns, ' ');
}

std::string left(std::string const& text, std::size_t columns) {
  auto const clipped = clip_text({text, {}}, columns).text;
  return clipped + spaces(columns - std::min(columns, columns_of(clipped)));
}

std::string right(std::string const& text) {
  return spaces(kNumberColumns - std::min(kNumberColumns, text.size())) + text;
}

// `text` after `head` and, where it takes more lines, below itself.
std::string hanging(std::string const& head, std::string const& text, TextStyle const& style) {
  auto const taken = columns_of(head);
  auto const columns = std::max(style.columns, taken + kMinTextColumns) - taken;
  std::string block = head;
  bool first = true;
  for (auto const& line : wrap_text({printable_text(text), {}}, columns, kAllLines)) {
    if (!std::exchange(first, false)) block += '\n' + spaces(taken);
    block += line.text;
  }
  return block.substr(0, block.find_last_not_of(' ') + 1) + '\n';
}

std::string title_line(std::string_view title, TextStyle const& style) {
  return '\n' + styled(title, rendition::kAside, style) + '\n';
}

// Columns for the names of a table, with a gap after them.
std::size_t name_columns(std::vector<std::string> const& names) {
  std::size_t columns = 0;
  for (auto const& name : names) columns = std::max(columns, columns_of(name));
  return std::min(columns, kMaxNameColumns) + 1;
}

std::string summary(Explanation const& explanation, TextStyle const& style) {
  std::string text;
  auto const sentences = explanation.rank > 0 ? place_sentences(explanation) : absence_sentences(explanation);
  for (auto const& sentence : sentences) text += hanging("", sentence, style);
  auto title = printable_text(explanation.title);
  if (title.empty()) title = "(untitled)";
  for (auto const& line : wrap_text({title, {}}, style.columns, 2)) {
    text += styled(line, rendition::kTitle, style) + '\n';
  }
  return explanation.url.empty() ? text : text + styled_link(explanation.url, explanation.url, style) + '\n';
}

std::string words_table(Explanation const& explanation, TextStyle const& style) {
  if (explanation.words.empty()) return {};
  std::vector<std::string> names;
  for (auto const& word : explanation.words) names.push_back(printable_text(word.text));
  auto const columns = name_columns(names);
  auto const label = left("words", kIndent + columns) + right("posts") + right("weight") + "  in this post";
  auto text = title_line(clip_text({label, {}}, style.columns).text, style);
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto const& word = explanation.words[i];
    auto const figures = word.set_aside ? spaces(2 * kNumberColumns)
                                        : right(std::to_string(word.posts)) + right(decimal(word.weight));
    text += hanging(spaces(kIndent) + left(names[i], columns) + figures + "  ", word_text(word), style);
  }
  return text;
}

std::string score_table(RankedPost const& post, TextStyle const& style) {
  if (post.parts.empty()) return {};
  std::vector<std::string> names{"score"};
  for (auto const& part : post.parts) names.emplace_back(part.name);
  auto const columns = name_columns(names);
  auto text =
      title_line(left("score", kIndent + columns) + right("value") + right("weight") + right("score"), style);
  for (auto const& part : post.parts) {
    text += spaces(kIndent) + left(std::string(part.name), columns) + right(decimal(part.value)) +
            right(decimal(part.weight)) + right(decimal(part.contribution())) + '\n';
  }
  return text + spaces(kIndent) + left("sum", columns + 2 * kNumberColumns) +
         right(decimal(add_up(post.parts))) + "  " + decimal(post.score) + " of the best\n";
}

std::string first_stage_table(Explanation const& explanation, TextStyle const& style) {
  if (explanation.first_stage.empty()) return {};
  std::vector<std::string> names;
  double sum = 0;
  for (auto const& part : explanation.first_stage) {
    names.push_back(printable_text(part.name));
    sum += part.score;
  }
  auto const columns = std::max(name_columns(names), name_columns({"first stage"}));
  auto text = title_line(left("first stage", kIndent + columns) + right("score"), style);
  for (std::size_t i = 0; i < names.size(); ++i) {
    text +=
        spaces(kIndent) + left(names[i], columns) + right(decimal(explanation.first_stage[i].score)) + '\n';
  }
  return text + spaces(kIndent) + left("sum", columns) + right(decimal(sum)) + '\n';
}

// "body 0.81 × 2, heading 0.50 × 1.6; times coverage 0.98".
std::string section_reason(ExplainedSection const& section) {
  if (section.parts.empty()) return "none of the words";
  std::string text;
  for (auto const& part : section.parts) {
    if (part.contribution() == 0) continue;
    append_item(text,
                std::string(part.name) + ' ' + decimal(part.value) + " × " + decimal(part.weight, "%g"));
  }
  std::string factors;
  for (auto const& factor : section.factors) {
    if (factor.value == 1) continue;
    factors += (factors.empty() ? "; times " : ", ") + std::string(factor.name) + ' ' + decimal(factor.value);
  }
  return text + factors;
}

std::string sections_table(Explanation const& explanation, TextStyle const& style) {
  if (explanation.sections.empty()) return {};
  auto text = title_line("sections, best first", style);
  auto const head = spaces(kIndent + kNumberColumns) + "  ";
  for (auto const& section : explanation.sections) {
    auto const heading = printable_text(section.heading.empty() ? "(beginning)" : section.heading);
    auto const mark = section.asked_for ? "* " : "  ";
    text += hanging(spaces(kIndent) + right(decimal(section.score)) + mark, heading, style);
    text += hanging(head, section_reason(section), style);
  }
  auto const asked = std::ranges::any_of(explanation.sections, &ExplainedSection::asked_for);
  return asked ? text + hanging(spaces(kIndent), "* the section asked for", style) : text;
}

// What `other` has more than `post`, the largest difference first.
std::string lead_text(RankedPost const& other, RankedPost const& post) {
  if (other.has_all_words && !post.has_all_words) return "has all words";
  if (other.parts.empty() || other.parts.size() != post.parts.size()) return {};
  std::vector<std::pair<double, std::string_view>> leads;
  for (std::size_t i = 0; i < post.parts.size(); ++i) {
    auto const lead = other.parts[i].contribution() - post.parts[i].contribution();
    if (std::abs(lead) >= 0.005) leads.emplace_back(lead, other.parts[i].name);
  }
  if (leads.empty()) return "the same score";
  std::ranges::stable_sort(leads, std::greater(), [](auto const& lead) { return lead.first; });
  auto text = signed_decimal(add_up(other.parts) - add_up(post.parts)) + ": ";
  for (std::size_t i = 0; i < leads.size(); ++i) {
    text += (i == 0 ? "" : ", ") + std::string(leads[i].second) + ' ' + signed_decimal(leads[i].first);
  }
  return text;
}

std::string posts_above(Explanation const& explanation, TextStyle const& style) {
  if (explanation.above.empty()) return {};
  auto text = title_line("just above it", style);
  for (auto const& post : explanation.above) {
    auto const head = spaces(kIndent) + right(std::to_string(post.rank) + '.') + "  ";
    text += hanging(head, post.title, style);
    auto const lead = explanation.by_date ? std::string() : lead_text(post, explanation.ranked);
    if (!lead.empty()) text += hanging(spaces(head.size()), lead, style);
  }
  return text;
}

}  // namespace

std::string explanation_text(Explanation const& explanation, TextStyle const& wanted) {
  auto style = wanted;
  style.columns = std::max(style.columns, TextStyle::kMinColumns);
  auto text = summary(explanation, style) + words_table(explanation, style);
  if (explanation.rank == 0) return text;
  if (!explanation.by_date) {
    text += score_table(explanation.ranked, style) + first_stage_table(explanation, style);
  }
  return text + sections_table(explanation, style) + posts_above(explanation, style);
}

}  // namespace pressmark
