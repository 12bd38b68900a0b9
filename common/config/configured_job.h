// What the configuration says about the job that fills the store: sources, manners, gates, limits.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/setting.h"
#include "common/base/source.h"

namespace pressmark {

// One of [[sources]]. Its path counts from the folder of the configuration.
struct ConfiguredSource : Source {
  double max_megabytes = 256;  // as it was written; max_bytes follows it
  Origin origin;
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
