// Splits a title at its separators and drops the part that is the site's name.
#include "indexer/page/page_title.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "indexer/html/html_walk.h"

namespace pressmark {
namespace {

constexpr std::string_view kSeparators[] = {" | ",  " - ", " – ", " — ", " · ", " • ", " « ", " » ",
                                            " :: ", " / ", " > ", " ‹ ", " › ", " ⋆ ", " : "};
constexpr std::size_t kLongestHeading = 300;  // bytes
constexpr std::size_t kLongestTitle = 1000;   // bytes; longer ones stay as they are
constexpr std::size_t kMostNameWords = 4;     // of a site's name

std::size_t word_count(std::string_view text) {
  auto const words = split(text, " ");
  return static_cast<std::size_t>(std::ranges::count_if(words, [](auto word) { return !word.empty(); }));
}

// A title cut in two at a separator; `taken` is the part that may be the site's name.
struct Cut {
  std::string_view rest;
  std::string_view taken;
};

// The cuts that take the end first, the shortest end before longer ones; then those that take the beginning.
std::vector<Cut> cuts(std::string_view title) {
  if (title.size() > kLongestTitle) return {};
  std::vector<Cut> ends;
  std::vector<Cut> beginnings;
  for (auto const separator : kSeparators) {
    for (auto at = title.find(separator); at != std::string_view::npos; at = title.find(separator, at + 1)) {
      auto const before = trim(title.substr(0, at));
      auto const after = trim(title.substr(at + separator.size()));
      if (before.empty() || after.empty()) continue;
      ends.push_back({before, after});
      beginnings.push_back({after, before});
    }
  }
  std::ranges::sort(ends, {}, [](Cut const& cut) { return cut.taken.size(); });
  std::ranges::sort(beginnings, {}, [](Cut const& cut) { return cut.taken.size(); });
  ends.insert(ends.end(), beginnings.begin(), beginnings.end());
  return ends;
}

std::string letters_of(std::string_view text) {
  auto letters = lower(text);
  std::erase_if(letters, [](char c) { return !is_letter(c) && !is_digit(c); });
  return letters;
}

// True for a name such as "Oil Lamps" or "Oil Lamps Weekly" on "oil-lamps.example.org".
bool is_name_in(std::string_view name, std::string const& host) {
  constexpr std::size_t kShortest = 4;
  auto const letters = letters_of(name);
  if (letters.size() < kShortest || word_count(name) > kMostNameWords) return false;
  if (letters_of(host).find(letters) != std::string::npos) return true;
  auto const labels = split(host, ".");
  return std::ranges::any_of(labels, [&](auto label) {
    auto const of_host = letters_of(label);
    return of_host.size() >= kShortest && of_host.size() * 2 >= letters.size() &&
           letters.starts_with(of_host);
  });
}

// A heading that starts the title, and makes most of it, is the title.
bool is_most_of(std::string_view heading, std::string_view title) {
  return word_count(heading) >= 2 && heading.size() * 2 >= title.size() &&
         equal_ignoring_case(title.substr(0, heading.size()), heading);
}

std::optional<std::string> cut_out(std::string const& title, SiteNames const& site,
                                   std::vector<std::string> const& headings) {
  auto const parts = cuts(title);
  for (auto const& heading : headings) {
    if (equal_ignoring_case(heading, title) || is_most_of(heading, title)) return heading;
    for (auto const& part : parts) {
      if (equal_ignoring_case(part.rest, heading)) return heading;
    }
  }
  for (auto const& part : parts) {
    if (equal_ignoring_case(part.taken, site.name)) return std::string(part.rest);
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> title_headings(std::vector<PageElement> const& page, SiteNames const& site) {
  for (std::string_view const level : {"h1", "h2"}) {
    std::vector<std::string> headings;
    for (auto const& element : page) {
      if (element.node.tag() != level || element.is_chrome) continue;
      auto text = text_beneath(element.node);
      if (text.empty() || text.size() > kLongestHeading) continue;
      if (equal_ignoring_case(text, site.name) || is_name_in(text, site.host)) continue;
      headings.push_back(std::move(text));
    }
    if (!headings.empty()) return headings;
  }
  return {};
}

std::string without_surroundings(std::string const& title, SiteNames const& site,
                                 std::vector<std::string> const& headings) {
  return cut_out(title, site, headings).value_or(title);
}

std::string title_of_article(std::string const& title, SiteNames const& site,
                             std::vector<std::string> const& headings) {
  if (auto cut = cut_out(title, site, headings)) return *cut;
  auto const parts = cuts(title);
  for (auto const& part : parts) {
    if (is_name_in(part.taken, site.host)) return std::string(part.rest);
  }
  for (auto const& part : parts) {
    auto const words = word_count(part.taken);
    bool const is_end = title.starts_with(part.rest);
    bool const is_parted_by_bar = title.substr(part.rest.size()).starts_with(" | ");
    if (is_end && words <= kMostNameWords && (is_parted_by_bar || word_count(part.rest) > words)) {
      return std::string(part.rest);
    }
  }
  return title;
}

}  // namespace pressmark
