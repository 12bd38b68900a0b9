// Writes the feed of an edition and has it indexed.
#include "edition_blog.h"

#include <array>
#include <charconv>
#include <fstream>
#include <random>
#include <stdexcept>
#include <utility>
#include <vector>

#include "tests/support/feed_writer.h"
#include "tests/support/process.h"

namespace pressmark {
namespace {

constexpr auto kWords = std::to_array<std::string_view>(
    {"anchor", "archive", "autumn", "balance", "bridge",  "candle",  "cedar",   "chapter",  "cloud",
     "copper", "engine",  "ferry",  "garden",  "granite", "harbour", "index",   "journey",  "kettle",
     "ladder", "lantern", "ledger", "letter",  "meadow",  "mirror",  "naïve",   "notebook", "orchard",
     "paper",  "pilot",   "quarry", "reading", "river",   "running", "sailing", "signal",   "stations",
     "storm",  "table",   "thread", "tide",    "valley",  "violin",  "window",  "winter",   "writing"});
constexpr auto kCategories = std::to_array<std::string_view>({"Crafts", "Travel", "Books"});
constexpr std::string_view kEdition = "edition ";

class Prose {
 public:
  Prose(std::size_t seed, int edition)
      : random_(static_cast<std::uint32_t>(seed)),
        edition_(std::string(kEdition) + std::to_string(edition)) {}

  std::string words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text.append(blog_word(random_())).append(" ");
    return text;
  }
  std::string paragraph() {
    return "<p>" + words(14) + "of " + edition_ + ". " + words(16) + "and " + edition_ + ".</p>";
  }
  [[nodiscard]] std::string const& edition() const { return edition_; }

 private:
  std::mt19937 random_;  // whose numbers the standard fixes
  std::string edition_;
};

RssItem item(std::size_t number, int edition) {
  // The words of a post move about from edition to edition.
  Prose prose(number * 1'000'003 + static_cast<std::size_t>(edition), edition);
  auto const name = std::to_string(number);
  auto title = prose.words(3) + "in " + prose.edition();
  auto html = prose.paragraph();
  for (int section = 1; section <= 3; ++section) {
    html += "<h2 id='part" + std::to_string(section) + "'>" + prose.words(2) + "</h2>" + prose.paragraph();
  }
  html += "<pre><code>read_" + std::string(blog_word(number)) + "();</code></pre>";
  return {.title = std::move(title),
          .link = "https://blog.example/" + name,
          .date = std::to_string(number % 28 + 1) + " Mar " + std::to_string(2005 + number % 20) +
                  " 08:00:00 GMT",
          .author = "Ada " + std::to_string(number % 4),
          .categories = {std::string(kCategories[number % kCategories.size()]), prose.edition()},
          .html = std::move(html)};
}

}  // namespace

std::string_view blog_word(std::size_t number) {
  return kWords.at(number % kWords.size());
}

std::set<int> editions_in(std::string_view text) {
  std::set<int> editions;
  for (auto at = text.find(kEdition); at != std::string_view::npos; at = text.find(kEdition, at)) {
    at += kEdition.size();
    int edition = 0;
    std::from_chars(text.data() + at, text.data() + text.size(), edition);
    if (edition >= kFirstEdition) editions.insert(edition);
  }
  return editions;
}

EditionBlog::EditionBlog(std::filesystem::path folder) : folder_(std::move(folder)) {
  publish(kFirstEdition);
}

void EditionBlog::publish(int edition) const {
  auto const feed = folder_ / "feed.xml";
  std::vector<RssItem> items;
  for (std::size_t number = 0; number < kPosts; ++number) items.push_back(item(number, edition));
  std::ofstream(feed, std::ios::binary)
      << write_rss({.title = "A blog", .link = "https://blog.example/"}, items);
  run_pressmark("index", feed.string());
}

void EditionBlog::rebuild() const {
  run_pressmark("reindex", "--full");
}

void EditionBlog::run_pressmark(std::string const& command, std::string const& argument) const {
  auto const end = run({PRESSMARK_PROGRAM, "--store", store().string(), command, argument});
  if (end.status != 0) throw std::runtime_error("pressmark " + command + ": " + end.err);
}

}  // namespace pressmark
