// Fetching from a scripted server with limits in milliseconds.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "indexer/fetch/fetch.h"
#include "tests/support/web_server.h"

namespace pressmark {

// Everything fast but what a server could be late for on a busy machine.
inline FetchSettings test_settings() {
  using std::chrono::milliseconds;
  FetchSettings settings;
  settings.allow_private = true;
  settings.limits.backoff = milliseconds(1);
  settings.limits.between_requests = milliseconds(1);
  settings.limits.longest_crawl_delay = milliseconds(2);
  settings.limits.longest_retry_after = std::chrono::seconds(1);
  return settings;
}

inline std::string text_of(FetchedDocument const& document) {
  std::string text;
  std::string piece(4096, '\0');
  while (auto const count = document.body->read(piece)) text.append(piece, 0, count);
  return text;
}

inline std::vector<FetchedDocument> fetched(std::vector<FetchRequest> requests,
                                            FetchSettings const& settings = test_settings()) {
  std::vector<FetchedDocument> documents;
  fetch_all(std::move(requests), settings, {}, [&](FetchedDocument&& document) {
    documents.push_back(std::move(document));
    return std::vector<FetchRequest>();
  });
  return documents;
}

inline FetchedDocument fetched_one(FetchRequest request, FetchSettings const& settings = test_settings()) {
  auto documents = fetched({std::move(request)}, settings);
  return std::move(documents.at(0));
}

// A server, and settings to fetch from it.
struct Web {
  // What is fetched from `target` of the server.
  [[nodiscard]] FetchedDocument get(std::string const& target) const {
    return fetched_one({.url = server.url(target)}, settings);
  }

  WebServer server;
  FetchSettings settings = test_settings();
};

}  // namespace pressmark
