// One HTTP request, and its response as it comes in.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <curl/curl.h>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/fetch/fetch.h"
#include "indexer/fetch/http_exchange.h"
#include "indexer/fetch/transfer_failure.h"

namespace pressmark {

// Frees what libcurl has allocated.
template <auto free>
struct CurlFree {
  template <typename T>
  void operator()(T* pointer) const {
    free(pointer);
  }
};

// Not thread-safe. Has to stay where it is from prepare() on, since libcurl refers to it. The callbacks are
// C code's: nothing may be thrown through them.
class HttpTransfer {
 public:
  using Clock = std::chrono::steady_clock;

  // `settings` must outlive it.
  HttpTransfer(std::size_t id, TransferSettings const& settings);
  HttpTransfer(HttpTransfer const&) = delete;
  HttpTransfer& operator=(HttpTransfer const&) = delete;

  // To be given to libcurl once it is prepared and has not failed.
  [[nodiscard]] CURL* handle() const { return easy_.get(); }

  // `contact` is named instead of that of the settings, unless it is empty. A URL that cannot be asked makes
  // it fail. Throws Error{internal} where libcurl refuses an option.
  void prepare(std::string const& url, Validators const& known, std::string const& contact);

  // Says that libcurl is done with it.
  void end(CURLcode code) { code_ = code; }

  // True if it has ended, or must.
  [[nodiscard]] bool is_over(Clock::time_point now);

  [[nodiscard]] bool has_failed() const { return reply_.failure.has_value(); }

  // The reply, once. Throws what could not be thrown while the body came.
  [[nodiscard]] HttpReply take_reply();

 private:
  using EasyHandle = std::unique_ptr<CURL, CurlFree<curl_easy_cleanup>>;
  using HeaderList = std::unique_ptr<curl_slist, CurlFree<curl_slist_free_all>>;

  template <typename Value>
  void set(CURLoption option, Value value);
  void set_target(std::string const& text);
  void set_headers(Validators const& known, std::string const& contact);
  void add_header(std::string const& line);
  void set_limits();
  void set_callbacks();

  static curl_socket_t open_socket(void* transfer, curlsocktype purpose, curl_sockaddr* address);
  static std::size_t take_header(char* line, std::size_t one, std::size_t size, void* transfer);
  static std::size_t take_body(char* bytes, std::size_t one, std::size_t size, void* transfer);

  [[nodiscard]] bool keep(std::string_view bytes);
  [[nodiscard]] bool is_bomb() const;
  [[nodiscard]] bool spool(std::string_view bytes);
  void fail(TransferFailure failure);

  [[nodiscard]] bool is_stalled(Clock::time_point now);
  [[nodiscard]] int status() const;
  [[nodiscard]] bool wants_body() const { return status() / 100 == 2; }
  [[nodiscard]] std::size_t size(CURLINFO which) const;
  [[nodiscard]] std::size_t received_bytes() const;
  [[nodiscard]] std::string header(char const* name) const;
  void read_headers();

  TransferSettings const& settings_;
  HttpReply reply_;
  std::array<char, CURL_ERROR_SIZE> error_text_{};
  HeaderList headers_;
  std::optional<CURLcode> code_;  // how libcurl ended it
  std::exception_ptr disk_error_;
  bool is_guarded_ = true;
  bool headers_have_ended_ = false;
  std::size_t header_bytes_ = 0;
  std::size_t body_bytes_ = 0;  // decoded
  std::size_t received_ = 0;    // when last_byte_ was set
  Clock::time_point last_byte_ = Clock::now();
  EasyHandle easy_;  // goes first: it refers to what stands above
};

}  // namespace pressmark
