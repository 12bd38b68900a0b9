// Single HTTP requests side by side, without redirects or retries; the source file behind it alone
// knows libcurl.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/fetch/fetch.h"
#include "indexer/fetch/proxy.h"
#include "indexer/fetch/transfer_failure.h"
#include "indexer/source/spool_file.h"

namespace pressmark {

// What we call ourselves to servers, and look for in robots.txt.
inline constexpr std::string_view kProduct = "Pressmark";

struct HttpReply {
  std::size_t id = 0;                      // of the request
  std::optional<TransferFailure> failure;  // then nothing below counts
  int status = 0;
  std::string location;  // header fields as sent, empty where there is none
  std::string etag;
  std::string last_modified;
  std::string content_type;
  std::string retry_after;
  std::optional<SpoolFile> body;  // of a 2xx response, decoded as Content-Encoding says; unless empty
};

// Not thread-safe. Abandons what is still running when it goes.
class HttpTransfers {
 public:
  explicit HttpTransfers(FetchSettings const& settings);
  ~HttpTransfers();
  HttpTransfers(HttpTransfers const&) = delete;
  HttpTransfers& operator=(HttpTransfers const&) = delete;

  // Starts a GET request for `url`. Its reply comes out of wait(), also where it cannot even start.
  // `contact` is named instead of that of the settings, unless it is empty.
  void start(std::size_t id, std::string const& url, Validators const& known, std::string const& contact);

  // How many replies are to come.
  [[nodiscard]] std::size_t size() const { return transfers_.size(); }

  // Lets requests go on, for `longest` or until something happens, and returns the replies that are
  // complete. Throws Error as SpoolFile does.
  [[nodiscard]] std::vector<HttpReply> wait(std::chrono::milliseconds longest);

 private:
  class Transfer;
  struct CloseMulti {
    void operator()(void* multi) const;
  };

  void perform(std::chrono::milliseconds longest);

  FetchLimits limits_;
  bool allow_private_;
  std::string contact_;
  Proxies proxies_;
  std::unique_ptr<void, CloseMulti> multi_;
  std::map<std::size_t, std::unique_ptr<Transfer>> transfers_;
};

}  // namespace pressmark
