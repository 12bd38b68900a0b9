// Posts of words drawn at random, always the same ones.
#include "sample_feed.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <random>
#include <string_view>
#include <vector>

#include "tests/support/feed_writer.h"

namespace pressmark {
namespace {

constexpr auto kWords = std::to_array<std::string_view>({
    "anchor",  "archive",  "autumn",  "balance", "barley",    "bridge",     "candle",  "canvas", "carriage",
    "cedar",   "chapter",  "cloud",   "copper",  "courtyard", "crossing",   "dial",    "ember",  "engine",
    "feather", "ferry",    "garden",  "granite", "harbour",   "hinge",      "index",   "ivory",  "journey",
    "kettle",  "ladder",   "lantern", "ledger",  "letter",    "lighthouse", "meadow",  "mill",   "mirror",
    "north",   "notebook", "orchard", "paper",   "pepper",    "pilot",      "plough",  "quarry", "reading",
    "ribbon",  "river",    "rope",    "saddle",  "sailing",   "school",     "shelf",   "signal", "slate",
    "spring",  "station",  "stone",   "storm",   "table",     "thread",     "tide",    "timber", "valley",
    "violin",  "voyage",   "walking", "window",  "winter",    "workshop",   "writing",
});
constexpr auto kCategories = std::to_array<std::string_view>({"Crafts", "Travel", "Books"});

class Prose {
 public:
  explicit Prose(std::uint32_t seed) : random_(seed) {}

  std::string sentence(std::size_t words) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i) {
      if (i > 0) text += ' ';
      text += kWords[random_() % kWords.size()];
    }
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
  }

  std::string paragraph() {
    std::string text = "<p>";
    for (int i = 0; i < 4; ++i) text += sentence(12) + ". ";
    return text + "</p>";
  }

 private:
  std::mt19937 random_;  // whose numbers the standard fixes
};

std::string day_of(std::size_t number) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%02zu Mar %zu", number % 28 + 1, 2000 + number % 25);
  return text.data();
}

RssItem item(std::size_t number, bool is_changed) {
  Prose prose(static_cast<std::uint32_t>(is_changed ? number + 1'000'000 : number));
  auto const name = std::to_string(number);
  std::string html = prose.paragraph();
  for (int section = 1; section <= 3; ++section) {
    html += "<h2 id=\"part-" + std::to_string(section) + "\">" + prose.sentence(3) + "</h2>";
    html += prose.paragraph() + prose.paragraph();
  }
  auto const url = "https://blog.example/" + name;
  return {.title = prose.sentence(4) + " " + name,
          .link = url,
          .guid = url,
          .date = day_of(number) + " 08:00:00 GMT",
          .categories = {std::string(kCategories[number % kCategories.size()])},
          .html = html};
}

}  // namespace

std::string sample_feed(std::size_t posts, Edition edition) {
  bool const is_second = edition == Edition::second;
  std::vector<RssItem> items;
  for (std::size_t number = 0; number < posts; ++number) {
    items.push_back(item(number, is_second && number % 7 == 0));
  }
  auto const added = is_second ? std::max<std::size_t>(posts / 10, 1) : 0;
  for (std::size_t number = posts; number < posts + added; ++number) items.push_back(item(number, false));
  return write_rss({.title = "A blog", .link = "https://blog.example/"}, items);
}

}  // namespace pressmark
