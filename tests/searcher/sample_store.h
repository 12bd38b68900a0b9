// A store made of a few posts, to search in; gone at the end of the test.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "common/base/time.h"
#include "common/date/parse_date.h"
#include "common/index/store_layout.h"
#include "operations/index_sources.h"
#include "searcher/searcher.h"

namespace pressmark {

inline Timestamp const kSampleNow = parse_date("2026-04-10T12:00:00Z").value();
// When feeds are read: behind the dates of all their posts, none of which has to wait.
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
  explicit SampleStore(std::vector<SamplePost> const& posts) : directory_(make_directory()) {
    index_sources(layout(), write_feeds(posts), {}, kSampleRead);
  }
  // Indexes a feed that exists.
  explicit SampleStore(std::filesystem::path const& feed) : directory_(make_directory()) {
    index_sources(layout(), {feed.string()}, {}, kSampleRead);
  }
  ~SampleStore() {
    std::error_code ignored;
    std::filesystem::remove_all(directory_, ignored);
  }
  SampleStore(SampleStore const&) = delete;
  SampleStore& operator=(SampleStore const&) = delete;

  [[nodiscard]] StoreLayout layout() const { return {directory_ / "store"}; }

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
  static std::filesystem::path make_directory() {
    auto pattern = (std::filesystem::temp_directory_path() / "pressmark-XXXXXX").string();
    return ::mkdtemp(pattern.data());
  }

  // A feed has one site and one language.
  [[nodiscard]] std::vector<std::string> write_feeds(std::vector<SamplePost> const& posts) const {
    std::map<std::pair<std::string, std::string>, std::string> items;
    for (auto const& post : posts) items[{post.site, post.language}] += item(post);
    std::vector<std::string> paths;
    for (auto const& [channel, text] : items) {
      auto const& [site, language] = channel;
      auto const& path = paths.emplace_back((directory_ / (site + '.' + language + ".xml")).string());
      std::ofstream(path) << "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                             " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Notes</title>"
                             "<link>https://"
                          << site << "/</link><language>" << language << "</language>" << text
                          << "</channel></rss>";
    }
    return paths;
  }

  static std::string item(SamplePost const& post) {
    auto text = "<item>" + element("title", post.title) + "<link>https://" + post.site + '/' + post.slug +
                "</link>" + element("guid", post.slug) + element("pubDate", post.date);
    if (!post.author.empty()) text += element("dc:creator", post.author);
    for (auto const& category : post.categories) text += element("category", category);
    return text + element("content:encoded", post.html) + "</item>";
  }

  static std::string element(std::string const& name, std::string const& text) {
    return '<' + name + "><![CDATA[" + text + "]]></" + name + '>';
  }

  std::filesystem::path directory_;
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
