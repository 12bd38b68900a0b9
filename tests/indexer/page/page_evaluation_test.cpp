// Real article pages against what people, and other programs, read in them.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/files.h"
#include "common/base/time.h"
#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "indexer/extract/article.h"
#include "indexer/page/html_page.h"

using namespace pressmark;

namespace {

constexpr std::size_t kMaxPageBytes = std::size_t{16} << 20;

// Words of a text with how often each occurs. Code points beyond Latin, Greek and Cyrillic are words of their
// own.
std::map<std::string, int> bag_of_words(std::string_view text) {
  std::map<std::string, int> words;
  std::string word;
  auto const end_word = [&] {
    if (!word.empty()) ++words[word];
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    auto const [value, bytes] = decode_utf8(text, at);
    bool const latin = is_letter(static_cast<char>(value)) || is_digit(static_cast<char>(value));
    bool const part = value < 0x80 ? latin : value >= 0xC0 && value < 0x2000;
    if (!part) end_word();
    if (part || value >= 0x3040) word += lower(text.substr(at, bytes));
    if (!part) end_word();
    at += bytes;
  }
  end_word();
  return words;
}

double word_f1(std::string_view got, std::string_view want) {
  auto const got_words = bag_of_words(got);
  int common = 0;
  int total = 0;
  for (auto const& [word, count] : got_words) total += count;
  for (auto const& [word, count] : bag_of_words(want)) {
    total += count;
    auto const found = got_words.find(word);
    if (found != got_words.end()) common += std::min(count, found->second);
  }
  return total == 0 ? 1.0 : 2.0 * common / total;
}

// The words of a post as they are indexed; descriptions of images are no text of the page.
std::string text_of(std::string const& html) {
  std::string text;
  for (auto const& section : extract_article(html).sections) {
    text += section.heading + "\n";
    for (auto const& block : section.blocks) {
      if (block.kind != BlockKind::image) text += block.text + "\n";
    }
  }
  return text;
}

struct Share {
  std::size_t right = 0;
  std::size_t all = 0;

  void count(bool is_right) {
    ++all;
    if (is_right) ++right;
  }
  [[nodiscard]] double rate() const {
    return all == 0 ? 1.0 : static_cast<double>(right) / static_cast<double>(all);
  }
};

struct Figures {
  std::size_t pages = 0;
  std::vector<double> f1;
  Share titles, dates, authors, must, must_not;

  [[nodiscard]] double mean_f1() const {
    double sum = 0;
    for (auto const each : f1) sum += each;
    return f1.empty() ? 1.0 : sum / static_cast<double>(f1.size());
  }
};

std::ostream& operator<<(std::ostream& out, Share const& share) {
  return out << share.right << "/" << share.all;
}

// Only what the pages were judged by.
std::ostream& operator<<(std::ostream& out, Figures const& figures) {
  out << figures.pages << " pages";
  if (!figures.f1.empty()) out << ", word F1 " << figures.mean_f1() << " of " << figures.f1.size();
  auto const print = [&](char const* name, Share const& share) {
    if (share.all > 0) out << ", " << name << " " << share;
  };
  print("titles", figures.titles);
  print("dates", figures.dates);
  print("authors", figures.authors);
  print("present", figures.must);
  print("absent", figures.must_not);
  return out;
}

// The pages, unpacked beside the test; absent where the archive is.
struct Pages {
  std::string archive = PRESSMARK_SOURCE_DIR "/../shared/pages/pages.tar.zst";
  std::filesystem::path root = "page_evaluation.data";
  std::vector<nlohmann::json> manifest;

  Pages() {
    if (!std::filesystem::exists(archive)) {
      BOOST_TEST_MESSAGE("skipped: " << archive << " is not here");
      return;
    }
    std::filesystem::create_directories(root);
    auto const command = "tar --zstd -xf '" + archive + "' -C '" + root.string() + "'";
    BOOST_TEST_REQUIRE(std::system(command.c_str()) == 0);
    std::ifstream lines(root / "pages/manifest.jsonl");
    for (std::string line; std::getline(lines, line);) manifest.push_back(nlohmann::json::parse(line));
  }

  // What is not UTF-8 here is Latin-1. Pages that ask not to be indexed are read as if they did not.
  [[nodiscard]] std::string read(std::string const& name) const {
    auto text = read_file(root / "pages" / name, kMaxPageBytes);
    if (!is_valid_utf8(text)) {
      std::string converted;
      for (char const c : text) append_utf8(converted, static_cast<unsigned char>(c));
      text = std::move(converted);
    }
    constexpr std::string_view kForbidden = "noindex";
    for (auto at = text.find(kForbidden); at != std::string::npos; at = text.find(kForbidden, at)) {
      text.replace(at, kForbidden.size(), "index");
    }
    return text;
  }
};

std::string field(nlohmann::json const& entry, char const* name) {
  return collapse_whitespace(entry.value(name, std::string()));
}

// One page; says at the level of messages what is not as expected.
void evaluate(Pages const& pages, nlohmann::json const& entry, Figures& figures) {
  PageOptions options;
  options.source = entry.value("url", entry.at("file").get<std::string>());
  auto const post = parse_html_page(pages.read(entry.at("file")), options);
  auto const file = entry.at("file").get<std::string>();
  ++figures.pages;
  if (!post) BOOST_TEST_MESSAGE(file << ": " << post.error().what);
  auto const text = post ? collapse_whitespace(text_of(post->html)) : std::string();
  if (entry.contains("expected_text")) {
    figures.f1.push_back(word_f1(text, pages.read(entry.at("expected_text"))));
    if (figures.f1.back() < 0.9) BOOST_TEST_MESSAGE("F1 " << figures.f1.back() << " " << file);
  }
  auto const compare = [&](Share& share, char const* name, std::string const& want, std::string const& got) {
    if (want.empty()) return;
    share.count(got == want);
    if (got != want) BOOST_TEST_MESSAGE(name << " [" << got << "] not [" << want << "] " << file);
  };
  auto title = field(entry, "title");  // some readers left the site's name in
  if (auto const site = " | " + field(entry, "site"); title.ends_with(site))
    title.resize(title.size() - site.size());
  compare(figures.titles, "title", title, post ? post->title : "");
  compare(figures.authors, "author", field(entry, "author"), post ? post->author : "");
  auto const date =
      entry.contains("date") ? field(entry, "date") : field(entry, "published_raw").substr(0, 10);
  compare(figures.dates, "date", date, post && post->published ? format_day(*post->published) : "");
  for (std::string const& part : entry.value("must_contain", std::vector<std::string>())) {
    auto const found = text.find(collapse_whitespace(part)) != std::string::npos;
    figures.must.count(found);
    if (!found) BOOST_TEST_MESSAGE("lacks [" << part << "] " << file);
  }
  for (std::string const& part : entry.value("must_not_contain", std::vector<std::string>())) {
    auto const found = text.find(collapse_whitespace(part)) != std::string::npos;
    figures.must_not.count(!found);
    if (found) BOOST_TEST_MESSAGE("has [" << part << "] " << file);
  }
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(page_evaluation, Pages)

BOOST_AUTO_TEST_CASE(titles_dates_and_text_are_mostly_right) {
  Figures all;
  std::map<std::string, Figures> by_suite;
  for (auto const& entry : manifest) {
    evaluate(*this, entry, by_suite[entry.at("suite")]);
  }
  for (auto const& [suite, figures] : by_suite) {
    std::cout << suite << ": " << figures << "\n";
    all.pages += figures.pages;
    all.f1.insert(all.f1.end(), figures.f1.begin(), figures.f1.end());
    for (auto const share :
         {&Figures::titles, &Figures::dates, &Figures::authors, &Figures::must, &Figures::must_not}) {
      (all.*share).right += (figures.*share).right;
      (all.*share).all += (figures.*share).all;
    }
  }
  if (manifest.empty()) return;
  std::cout << "all: " << all << "\n";
  BOOST_TEST(all.titles.rate() >= 0.90);
  BOOST_TEST(all.dates.rate() >= 0.80);
  BOOST_TEST(all.mean_f1() >= 0.85);
}

BOOST_AUTO_TEST_SUITE_END()
