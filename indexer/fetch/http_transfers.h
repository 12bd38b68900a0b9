// Single HTTP requests side by side, without redirects or retries.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "indexer/fetch/fetch.h"
#include "indexer/fetch/http_exchange.h"

namespace pressmark {

class HttpTransfer;

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
  struct CloseMulti {
    void operator()(void* multi) const;
  };

  void perform(std::chrono::milliseconds longest);

  TransferSettings settings_;
  std::unique_ptr<void, CloseMulti> multi_;
  std::map<std::size_t, std::unique_ptr<HttpTransfer>> transfers_;
};

}  // namespace pressmark
