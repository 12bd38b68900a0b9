// What is known of a source besides its posts: how fetching it went, and what to ask for next.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "common/base/time.h"

namespace pressmark {

// Text is empty where nothing is known.
struct SourceState {
  std::string etag;  // validators of the last answer, as sent (RFC 9110 8.8)
  std::string last_modified;
  std::string url_now;  // where permanent redirects led
  std::string kind;     // what it was read as
  std::optional<Timestamp> last_success;
  std::optional<Timestamp> last_attempt;
  std::size_t failures = 0;              // in a row
  std::optional<Timestamp> not_before;   // what Retry-After asked for (RFC 9110 10.2.3)
  std::optional<std::size_t> announced;  // how many posts it says it has in all
  bool is_complete = false;              // it declared that what it does not list is gone
  std::size_t items = 0;                 // when it was last read
  std::optional<Timestamp> gone_since;   // the first 410 in a row (RFC 9110 15.5.11)

  friend bool operator==(SourceState const&, SourceState const&) = default;
};

struct NamedSourceState {
  std::string name;
  SourceState state;
};

struct ArchivedSource {
  std::string name;  // path or URL
  std::string site;
  std::size_t posts = 0;  // live posts that it holds
  SourceState state;
};

// One page of a source that is crawled.
struct PageState {
  std::string url;
  std::string etag;
  std::string last_modified;
  std::optional<Timestamp> last_seen;
  std::size_t missing = 0;              // times in a row that it was 404
  std::optional<Timestamp> gone_since;  // the first 410 in a row

  friend bool operator==(PageState const&, PageState const&) = default;
};

}  // namespace pressmark
