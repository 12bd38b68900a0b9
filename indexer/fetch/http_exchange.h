// What requests are made with, and what comes back.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/fetch/fetch.h"
#include "indexer/fetch/proxy.h"
#include "indexer/fetch/transfer_failure.h"
#include "indexer/source/spool_file.h"

namespace pressmark {

// What we call ourselves to servers, and look for in robots.txt.
inline constexpr std::string_view kProduct = "Pressmark";

// The settings that all requests of a run share.
struct TransferSettings {
  FetchLimits limits;
  bool allow_private = false;  // hosts that are not public
  std::string contact;
  Proxies proxies;
};

struct HttpReply {
  std::size_t id = 0;                      // of the request
  std::optional<TransferFailure> failure;  // if set, the members below mean nothing
  int status = 0;
  std::string location;  // header fields as sent, empty where there is none
  std::string etag;
  std::string last_modified;
  std::string content_type;
  std::string retry_after;
  std::optional<SpoolFile> body;  // of a 2xx response, decoded as Content-Encoding says; unless empty
};

}  // namespace pressmark
