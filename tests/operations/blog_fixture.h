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
  std::string xml = "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>" + site +
                    "</title><link>https://" + site + "/</link><language>en</language>\n";
  int day = 0;
  for (Item const& item : items) {
    std::string const url = "https://" + site + "/" + item.slug;
    xml += "<item><title>" + item.title + "</title><link>" + url + "</link><guid>" + url +
           "</guid><pubDate>0" + std::to_string(++day) +
           " Jan 2026 08:00:00 GMT</pubDate><description><![CDATA[" + item.html +
           "]]></description></item>\n";
  }
  return xml + "</channel></rss>\n";
}

struct BlogFixture {
  BlogFixture() { layout.root = directory / "store"; }

  // Writes a file beside the store; its path.
  std::string write(std::string const& name, std::string const& bytes) const {
    std::filesystem::path const path = directory / name;
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    return path.string();
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
  StoreLayout layout;
  std::vector<Item> items{
      {"spades", "On spades", "<p>Dig deep.</p><h2 id=\"edge\">The edge</h2><p>Keep it sharp.</p>"},
      {"rakes", "On rakes", "<p>Level the bed.</p>"},
      {"hoes", "On hoes", "<p>Loosen the crust.</p>"},
  };
};

}  // namespace pressmark
