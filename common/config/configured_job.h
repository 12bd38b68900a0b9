// What the configuration says about the job that fills the store: sources, manners, gates, limits.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/setting.h"

namespace pressmark {

// One of [[sources]].
struct ConfiguredSource {
  std::string url;             // on the web; else `path` is set
  std::filesystem::path path;  // of a file or folder, from the folder of the configuration
  std::string site;            // whose posts they are; empty: as the source says
  std::string kind = "any";    // one of kSourceKinds
  std::string base_url;        // of a folder: the address it is published at
  std::string permalink;       // of a folder of Markdown: the pattern of its posts' addresses
  bool whole_archive = false;  // also what the feed no longer lists
  bool mirror = false;         // what leaves the source leaves the index
  double max_megabytes = 256;  // of one document, unpacked
  std::size_t max_posts = 200'000;
  Origin origin;

  // How messages and the command line name it.
  [[nodiscard]] std::string name() const { return url.empty() ? path.string() : url; }
};

// [sites.ID].
struct ConfiguredSite {
  std::string id;
  std::string contact;  // address or mail of who answers for the site, for the servers asked
};

// [fetch]: manners on the web.
struct ConfiguredFetch {
  std::string contact;
  std::string proxy;
  bool allow_private = false;
  double connect_seconds = 10;
  double stall_seconds = 30;
  double transfer_seconds = 600;
  double delay_seconds = 1;
  double max_wait_seconds = 60;
  std::size_t transfers = 16;
  std::size_t redirects = 5;
  std::size_t retries = 3;
  std::size_t patience = 3;
};

// [gates]: what an index must be to be published.
struct ConfiguredGates {
  double posts_share = 0.9;
  double source_share = 0.5;
  std::filesystem::path judgements;
  double ndcg = 0.7;
  std::filesystem::path must_find;
};

// [job]: what it may use, keep and write.
struct ConfiguredLimits {
  std::size_t threads = 0;
  double memory_megabytes = 512;
  std::size_t version_days = 30;
  std::filesystem::path metrics;
};

struct ConfiguredJob {
  ConfiguredFetch fetch;
  ConfiguredGates gates;
  ConfiguredLimits limits;
};

}  // namespace pressmark
