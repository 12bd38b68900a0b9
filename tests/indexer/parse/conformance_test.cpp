// What other projects' suites expect of feeds, and what is made of them here.
//
// The suites named kNorms are a norm: their cases hold but for those that conformance_exceptions.tsv
// names with a reason. The others are another parser's reading; how far it agrees is only told.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "present/json/json.h"
#include "tests/indexer/support/parsed_feed.h"
#include "tests/indexer/support/wild_feeds.h"

using namespace pressmark;

namespace {

constexpr std::string_view kNorms[] = {"feedparser", "gofeed", "feed-rs"};

struct Outcome {
  std::optional<ParsedFeed> feed;
  std::string error;
};

// Feeds are read as if from a server, where relative links have a meaning.
Outcome parse(std::string const& bytes, std::string const& name) {
  ParseOptions options;
  options.source = "http://127.0.0.1:8097/" + name;
  try {
    return {parse_text(bytes, options), {}};
  } catch (Error const& error) {
    return {std::nullopt, error.what()};
  }
}

// The suites have items of a single element, which are no posts: they get a text to be one.
std::string with_substance(std::string bytes) {
  for (auto const& [end, text] : {std::pair{"</item>", "<description>Text</description>"},
                                  std::pair{"</entry>", "<summary>Text</summary>"}}) {
    for (auto at = bytes.find(end); at != std::string::npos; at = bytes.find(end, at)) {
      bytes.insert(at, text);
      at += std::string_view(text).size() + std::string_view(end).size();
    }
  }
  return bytes;
}

std::string without_tags(std::string_view text) {
  std::string result;
  bool in_tag = false;
  for (char const c : text) {
    if (c == '<') in_tag = true;
    if (!in_tag) result += c;
    if (c == '>' && in_tag) {
      in_tag = false;
      result += ' ';
    }
  }
  return result;
}

std::string with_characters(std::string text) {
  for (auto const& [reference, character] : {std::pair{"&lt;", "<"},
                                             {"&#60;", "<"},
                                             {"&gt;", ">"},
                                             {"&quot;", "\""},
                                             {"&#38;", "&"},
                                             {"&#x26;", "&"},
                                             {"&amp;", "&"}}) {
    for (auto at = text.find(reference); at != std::string::npos; at = text.find(reference, at + 1)) {
      text.replace(at, std::string_view(reference).size(), character);
    }
  }
  return text;
}

// A title as people read it. Suites give it with its markup, or escaped as it stood.
std::string readable(std::string const& text) {
  return collapse_whitespace(without_tags(with_characters(without_tags(text))));
}

// "Ann Lee" in "Ann Lee (ann@example.org)" and "ann@example.org (Ann Lee)".
std::string name_in(std::string const& author) {
  auto const open = author.find_first_of("(<");
  if (open == std::string::npos || author.find('@') == std::string::npos) return readable(author);
  auto const inside = author.substr(open + 1, author.find_first_of(")>", open) - open - 1);
  auto const outside = author.substr(0, open);
  return readable(inside.find('@') == std::string::npos ? inside : outside);
}

std::string text_at(Json const& object, char const* name) {
  auto const found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// The expected address: `link`, else the first of `links` that leads to the item itself.
std::string expected_link(Json const& expect) {
  if (auto link = text_at(expect, "link"); !link.empty()) return link;
  if (!expect.contains("links")) return {};
  for (auto const& [index, link] : expect["links"].items()) {
    auto const rel = link.find("rel");
    bool const is_own = index == "0" && (rel == link.end() || rel->is_null() || *rel == "alternate");
    if (is_own) return text_at(link, "href");
  }
  return {};
}

class Comparison {
 public:
  void text(std::string const& field, std::string const& wanted, std::string const& found) {
    if (!wanted.empty() && readable(wanted) != readable(found)) differ(field, wanted, found);
  }

  // A relative address is right where it leads to the one that was found.
  void link(std::string const& field, std::string const& wanted, std::string const& found) {
    if (wanted.empty() || (found.empty() && !is_web_url(wanted))) return;
    if (canonical_url(resolve_url(found, wanted)) != canonical_url(found)) differ(field, wanted, found);
  }

  void date(std::string const& field, std::string const& wanted, std::optional<Timestamp> found) {
    auto const text = found ? format_rfc3339(*found) : std::string();
    if (!wanted.empty() && wanted != text) differ(field, wanted, text);
  }

  void differ(std::string const& field, std::string const& wanted, std::string const& found) {
    differences_ += field + " is \"" + found + "\", not \"" + wanted + "\"; ";
  }

  [[nodiscard]] std::string const& differences() const { return differences_; }

 private:
  std::string differences_;
};

void compare_categories(Json const& expect, Post const& post, Comparison& comparison) {
  std::vector<std::string> categories;
  for (auto const& category : post.categories) categories.push_back(readable(category));
  auto const found = Json(categories).dump();
  if (expect.contains("categories")) {
    std::vector<std::string> wanted;
    for (auto const& category : expect["categories"]) {
      auto name = category.is_string() ? readable(category.get<std::string>()) : std::string();
      bool const is_known = std::find(wanted.begin(), wanted.end(), name) != wanted.end();
      if (!name.empty() && !is_known) wanted.push_back(std::move(name));
    }
    if (!wanted.empty() && wanted != categories) comparison.differ("categories", Json(wanted).dump(), found);
  }
  if (expect.contains("categories_at")) {
    for (auto const& [index, name] : expect["categories_at"].items()) {
      auto const i = std::stoul(index);
      bool const is_there = i < categories.size() && categories[i] == name;
      if (!is_there) comparison.differ("category " + index, name.dump(), found);
    }
  }
  if (expect.contains("categories_include")) {
    for (auto const& name : expect["categories_include"]) {
      bool const is_there = std::find(categories.begin(), categories.end(), name) != categories.end();
      if (!is_there) comparison.differ("categories", name.dump(), found);
    }
  }
}

void compare_post(Json const& expect, Post const& post, Comparison& comparison) {
  comparison.text("title", text_at(expect, "title"), post.title);
  comparison.link("link", expected_link(expect), post.url);
  auto const published = text_at(expect, "published");
  auto const updated = text_at(expect, "updated");
  comparison.date("published", published, post.published);
  // Some parsers repeat the date of publication as that of the last change.
  if (post.updated || updated != published) {
    comparison.date("updated", updated, post.updated ? post.updated : post.published);
  }
  compare_categories(expect, post, comparison);
  auto const name = text_at(expect, "author_name");
  auto const author = name.empty() ? name_in(text_at(expect, "author")) : name;
  bool const is_first_of_several = post.author.starts_with(author + ", ");
  if (!is_first_of_several) comparison.text("author", author, post.author);
}

constexpr char const* kPostFields[] = {
    "title",      "link",   "links",       "published",     "updated",
    "categories", "author", "author_name", "categories_at", "categories_include"};

bool speaks_of_the_post(Json const& expect) {
  return std::any_of(std::begin(kPostFields), std::end(kPostFields),
                     [&](char const* field) { return expect.contains(field); });
}

// What differs from the expectation; empty if nothing does.
std::string differences(Json const& expect, Outcome const& outcome) {
  if (!outcome.feed) return outcome.error;
  Comparison comparison;
  if (outcome.feed->posts.empty()) return "no post";
  compare_post(expect, outcome.feed->posts.front(), comparison);
  return comparison.differences();
}

struct Tally {
  std::size_t right = 0;
  std::size_t cases = 0;

  [[nodiscard]] double share() const { return cases == 0 ? 1 : double(right) / double(cases); }
};

std::ostream& operator<<(std::ostream& out, Tally const& tally) {
  return out << tally.right << " of " << tally.cases;
}

// File to reason.
std::map<std::string, std::string> read_exceptions() {
  std::map<std::string, std::string> exceptions;
  std::ifstream file(PRESSMARK_SOURCE_DIR "/tests/indexer/parse/conformance_exceptions.tsv");
  for (std::string line; std::getline(file, line);) {
    auto const tab = line.find('\t');
    if (tab != std::string::npos) exceptions[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return exceptions;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(conformance)

BOOST_AUTO_TEST_CASE(holds_the_norms_but_for_named_exceptions) {
  WildFeeds const feeds;
  if (!feeds.is_here()) {
    BOOST_TEST_MESSAGE("skipped: the collection of feeds is not here");
    return;
  }
  auto const exceptions = read_exceptions();
  Tally whole;
  Tally broken;
  std::map<std::string, Tally> opinions;
  std::ifstream manifest(feeds.folder() / "manifest.jsonl");
  for (std::string line; std::getline(manifest, line);) {
    auto const entry = Json::parse(line);
    auto const& expect = entry["expect"];
    if (!speaks_of_the_post(expect)) continue;
    auto const name = entry["file"].get<std::string>();
    auto const suite = entry["suite"].get<std::string>();
    bool const is_norm = std::find(std::begin(kNorms), std::end(kNorms), suite) != std::end(kNorms);
    auto const bytes = feeds.read(name);
    auto const outcome = parse(is_norm ? with_substance(bytes) : bytes, name);
    auto const difference = differences(expect, outcome);
    auto& tally = !is_norm ? opinions[suite] : entry["wellformed"].get<bool>() ? whole : broken;
    ++tally.cases;
    if (difference.empty()) ++tally.right;
    if (!is_norm) {
      if (!difference.empty()) BOOST_TEST_MESSAGE("other reading of " << name << ": " << difference);
      continue;
    }
    BOOST_TEST(difference.empty() != exceptions.contains(name),
               name << (difference.empty() ? " is right, yet among the exceptions" : ": " + difference));
  }
  BOOST_TEST_MESSAGE("norms, well-formed: " << whole << "; others: " << broken);
  for (auto const& [suite, tally] : opinions) BOOST_TEST_MESSAGE(suite << ": " << tally << " as read there");
  // No more than the five named ones, which were also all that was wrong when cases about the feed counted,
  // too.
  BOOST_TEST(whole.cases - whole.right <= 5U);
  BOOST_TEST(broken.share() >= 0.90);
}

BOOST_AUTO_TEST_CASE(reads_or_refuses_every_file) {
  WildFeeds const feeds;
  if (!feeds.is_here()) {
    BOOST_TEST_MESSAGE("skipped: the collection of feeds is not here");
    return;
  }
  std::size_t files = 0;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(feeds.folder() / "files")) {
    if (!entry.is_regular_file()) continue;
    ++files;
    auto const outcome = parse(feeds.read(entry.path()), entry.path().filename());
    BOOST_TEST((outcome.feed || !outcome.error.empty()));
    if (!outcome.feed) continue;
    std::set<std::string> guids;
    for (auto const& post : outcome.feed->posts) guids.insert(post.guid);
    BOOST_TEST(guids.size() == outcome.feed->posts.size(), entry.path());
    BOOST_TEST(outcome.feed->report.posts == outcome.feed->posts.size());
  }
  BOOST_TEST(files > 1900u);
}

BOOST_AUTO_TEST_SUITE_END()
