// A store made of a few posts, to search in; gone at the end of the test.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/base/time.h"
#include "common/date/parse_date.h"
#include "common/index/store_layout.h"
#include "operations/index_sources.h"
#include "searcher/searcher.h"
#include "tests/support/feed_writer.h"
#include "tests/support/scratch_folder.h"

namespace pressmark {

inline Timestamp const kSampleNow = parse_date("2026-04-10T12:00:00Z").value();
// When feeds are read: after the dates of all their posts, so that none of them has to wait.
inline Timestamp const kSampleRead = parse_date("2026-12-31T00:00:00Z").value();

struct SamplePost {
  std::string slug;
  std::string title;
  std::string date;  // as in a feed; empty for none
  std::vector<std::string> categories;
  std::string html;
  std::string author{};
  std::string site = "notes.example";
  std::string language = "en";
};

class SampleStore {
 public:
  explicit SampleStore(std::vector<SamplePost> const& posts) {
    index_sources(layout(), write_feeds(posts), {}, kSampleRead);
  }
  // Indexes a feed that exists.
  explicit SampleStore(std::filesystem::path const& feed) {
    index_sources(layout(), {feed.string()}, {}, kSampleRead);
  }

  [[nodiscard]] StoreLayout layout() const { return {folder_.path() / "store"}; }

  [[nodiscard]] SearchResults search(SearchRequest const& request) const {
    return Searcher(layout()).search(request, kSampleNow);
  }
  [[nodiscard]] SearchResults search(std::string const& query) const {
    SearchRequest request;
    request.query = query;
    return search(request);
  }
  [[nodiscard]] Suggestions suggest(std::string const& typed) const {
    return Searcher(layout()).suggest(typed);
  }

 private:
  // A feed has one site and one language.
  [[nodiscard]] std::vector<std::string> write_feeds(std::vector<SamplePost> const& posts) const {
    std::map<std::pair<std::string, std::string>, std::vector<RssItem>> items;
    for (auto const& post : posts) {
      items[{post.site, post.language}].push_back({.title = post.title,
                                                   .link = "https://" + post.site + '/' + post.slug,
                                                   .guid = post.slug,
                                                   .date = post.date,
                                                   .author = post.author,
                                                   .categories = post.categories,
                                                   .html = post.html});
    }
    std::vector<std::string> paths;
    for (auto const& [channel, written] : items) {
      auto const& [site, language] = channel;
      paths.push_back(folder_.write(
          site + '.' + language + ".xml",
          write_rss({.title = "Notes", .link = "https://" + site + "/", .language = language}, written)));
    }
    return paths;
  }

  ScratchFolder folder_;
};

// The last segments of the URLs of an answer, in its order.
inline std::vector<std::string> slugs(SearchResults const& results) {
  std::vector<std::string> found;
  for (auto const& hit : results.hits) found.push_back(hit.url.substr(hit.url.rfind('/') + 1));
  return found;
}

// What stands out in `text`, joined by bars.
inline std::string highlighted(HighlightedText const& text) {
  std::string words;
  for (auto const& range : text.highlights) {
    words += (words.empty() ? "" : "|") + text.text.substr(range.begin, range.end - range.begin);
  }
  return words;
}

}  // namespace pressmark
