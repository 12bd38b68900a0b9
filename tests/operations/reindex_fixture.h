// Nights of a job over sources on a web server that follows a script.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "blog_fixture.h"
#include "indexer/archive/archive.h"
#include "indexer/write/index_state.h"
#include "operations/reindex.h"
#include "tests/support/web_server.h"

namespace pressmark {

// Of a document as servers send it.
inline Answer document(std::string body, std::string const& type = "application/rss+xml",
                       std::vector<std::string> headers = {}) {
  headers.push_back("Content-Type: " + type);
  return {.headers = std::move(headers), .body = std::move(body)};
}

inline Answer tagged(std::string body, std::string const& etag) {
  return document(std::move(body), "application/rss+xml", {"ETag: \"" + etag + "\""});
}

inline Answer html(std::string body, std::vector<std::string> headers = {}) {
  return document(std::move(body), "text/html", std::move(headers));
}

inline Answer status(int code, std::vector<std::string> headers = {}) {
  return {.status = code, .headers = std::move(headers)};
}

inline Answer moved(int code, std::string const& target) {
  return status(code, {"Location: " + target});
}

inline Answer login() {
  return html("<!doctype html><html><head><title>Log in</title></head><body><form></form></body></html>");
}

struct ReindexFixture : BlogFixture {
  ReindexFixture() {
    auto& fetch = request.job.fetch;
    fetch.allow_private = true;
    fetch.delay_seconds = 0;
    fetch.retries = 0;
    fetch.stall_seconds = 0.5;
    fetch.patience = 0;
  }

  // A source at `target` of the server.
  Source& add_source(std::string const& target) {
    Source source;
    source.url = web.url(target);
    request.sources.push_back(source);
    return request.sources.back();
  }

  // The job of the next night.
  JobReport run() {
    request.now = night;
    night += std::chrono::days(1);
    return reindex(layout, request);
  }

  [[nodiscard]] Archive archive() const { return {layout.archive(), ArchiveAccess::read_only}; }

  [[nodiscard]] SourceState state(std::string const& target) const {
    return archive().source_state(web.url(target));
  }

  // The titles of all live posts, with their HTML.
  [[nodiscard]] std::map<std::string, std::string> posts() const {
    std::map<std::string, std::string> found;
    archive().visit_posts([&](ArchivedPost const& row) { found[row.post.title] = row.post.html; });
    return found;
  }

  [[nodiscard]] std::set<std::string> titles() const {
    std::set<std::string> found;
    for (auto const& [title, html] : posts()) found.insert(title);
    return found;
  }

  [[nodiscard]] std::size_t indexed() const {
    auto const live = inspect_live_index(layout);
    return live ? live->documents : 0;
  }

  [[nodiscard]] std::size_t requests(std::string const& target) const { return web.requests(target).size(); }

  WebServer web;
  ReindexRequest request;
  Timestamp night = kToday;
};

}  // namespace pressmark
