// A directory in memory, parsed as one source, for tests.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/base/byte_stream.h"
#include "common/base/error.h"
#include "indexer/parse/site.h"

namespace pressmark {

// A stream that owns its bytes.
class OwnedStream final : public ByteStream {
 public:
  explicit OwnedStream(std::string bytes) : bytes_(std::move(bytes)), stream_(bytes_) {}
  std::size_t read(std::span<char> buffer) override { return stream_.read(buffer); }
  void rewind() override { stream_.rewind(); }

 private:
  std::string bytes_;
  MemoryStream stream_;
};

// Files in memory, below "site".
struct Site {
  std::map<std::string, std::string> files;
  PageOptions options;
  std::vector<Post> posts;

  Site() {
    options.source = "site";
    options.layout.root = "site";
  }

  FeedReport read() {
    std::vector<std::string> paths;
    for (auto const& [path, text] : files) paths.push_back("site/" + path);
    auto const open = [&](std::string const& path) -> std::unique_ptr<ByteStream> {
      auto const& text = files.at(path.substr(5));
      if (text.empty()) throw Error(ErrorCode::source_missing, "cannot read " + path + ": Permission denied");
      return std::make_unique<OwnedStream>(text);
    };
    posts.clear();
    return parse_site(paths, open, options, [&](Post&& post) { posts.push_back(std::move(post)); });
  }

  [[nodiscard]] std::vector<std::string> titles() const {
    std::vector<std::string> titles;
    for (auto const& post : posts) titles.push_back(post.title);
    return titles;
  }

  [[nodiscard]] std::string url_of(std::string const& title) const {
    auto const post = std::ranges::find(posts, title, &Post::title);
    return post == posts.end() ? "no such post" : post->url;
  }
};

}  // namespace pressmark
