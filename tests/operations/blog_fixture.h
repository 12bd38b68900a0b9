// A small blog whose feed changes, and a store beside it.
#pragma once

#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/base/time.h"
#include "common/index/store_layout.h"
#include "operations/index_sources.h"
#include "tests/support/feed_writer.h"
#include "tests/support/scratch_folder.h"

namespace pressmark {

inline constexpr Timestamp kToday{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14}};

struct Item {
  std::string slug;
  std::string title;
  std::string html;
};

// An RSS feed of `site`. Items are a day apart, the first on 2026-01-01.
inline std::string rss(std::string const& site, std::vector<Item> const& items) {
  std::vector<RssItem> written;
  for (Item const& item : items) {
    auto const url = "https://" + site + "/" + item.slug;
    auto const day = std::to_string(written.size() + 1);
    written.push_back({.title = item.title,
                       .link = url,
                       .guid = url,
                       .date = "0" + day + " Jan 2026 08:00:00 GMT",
                       .html = item.html});
  }
  return write_rss({.title = site, .link = "https://" + site + "/", .language = "en"}, written);
}

struct BlogFixture {
  // Writes a file beside the store; its path.
  std::string write(std::string const& name, std::string const& bytes) const {
    return folder.write(name, bytes);
  }

  IndexReport index(std::vector<std::string> const& sources, Timestamp now = kToday) const {
    return index_sources(layout, sources, InputLimits{}, now);
  }

  // Every file of the store with its bytes.
  [[nodiscard]] std::map<std::string, std::string> store_bytes() const {
    std::map<std::string, std::string> files;
    if (!std::filesystem::exists(layout.root)) return files;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(layout.root)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      files[entry.path().string()].assign(std::istreambuf_iterator<char>(file), {});
    }
    return files;
  }

  ScratchFolder folder;
  std::filesystem::path directory = folder.path();
  StoreLayout layout{directory / "store"};
  std::vector<Item> items{
      {"spades", "On spades", "<p>Dig deep.</p><h2 id=\"edge\">The edge</h2><p>Keep it sharp.</p>"},
      {"rakes", "On rakes", "<p>Level the bed.</p>"},
      {"hoes", "On hoes", "<p>Loosen the crust.</p>"},
  };
};

}  // namespace pressmark
