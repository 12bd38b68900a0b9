// RSS feeds for tests to read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

// Texts are plain and get escaped; what is empty is left out.
struct RssItem {
  std::string title;
  std::string link{};
  std::string guid{};
  std::string date{};  // as it shall stand in pubDate
  std::string author{};
  std::vector<std::string> categories{};
  std::string html{};  // the description; for an empty one, too, there is an element
};

struct RssChannel {
  std::string title;
  std::string link{};
  std::string language{};
};

// An RSS 2.0 feed. Each item is a line, and each begins with "<item>", so that tests find where to spoil it.
[[nodiscard]] std::string write_rss(RssChannel const& channel, std::vector<RssItem> const& items);

}  // namespace pressmark
