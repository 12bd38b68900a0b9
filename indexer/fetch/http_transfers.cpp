// libcurl's multi interface: connections are pooled for as long as the transfers live.
#include "indexer/fetch/http_transfers.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <curl/curl.h>
#include <exception>
#include <new>
#include <string_view>
#include <sys/socket.h>
#include <utility>

#include "common/base/limits.h"
#include "indexer/fetch/public_address.h"

namespace pressmark {
namespace {

using Clock = std::chrono::steady_clock;

// Of the body of a response that is not wanted, read so that its connection can be used again.
constexpr std::size_t kUnwantedBytes = std::size_t{64} << 10;

// What repeats itself more than this is no feed but a bomb.
constexpr InputLimits kUnpacking;

template <auto free>
struct Free {
  template <typename T>
  void operator()(T* pointer) const {
    free(pointer);
  }
};
using EasyHandle = std::unique_ptr<CURL, Free<curl_easy_cleanup>>;
using UrlHandle = std::unique_ptr<CURLU, Free<curl_url_cleanup>>;
using CurlText = std::unique_ptr<char, Free<curl_free>>;
using HeaderList = std::unique_ptr<curl_slist, Free<curl_slist_free_all>>;

// libcurl is set up once, and stays: other code of the process may use it too.
void start_library() {
  static auto const result = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (result != CURLE_OK) throw Error(ErrorCode::internal, "libcurl cannot be set up");
}

void check(CURLMcode result) {
  if (result != CURLM_OK)
    throw Error(ErrorCode::internal, std::string("libcurl: ") + curl_multi_strerror(result));
}

// RFC 9110 §10.1.5. A contact of several lines would be several header fields.
std::string user_agent(std::string const& contact) {
  std::string agent(kProduct);
  agent += "/" PRESSMARK_VERSION;
  if (contact.empty()) return agent;
  agent += " (+" + contact + ")";
  std::erase_if(agent, [](unsigned char c) { return c < ' ' || c == 0x7F; });
  return agent;
}

TransferFailure too_long(std::string const& what, std::size_t max_bytes) {
  return lasting_failure(what + " is longer than the limit of " + std::to_string(max_bytes) + " bytes",
                         "tell the site's owner");
}

TransferFailure failure_of(CURLcode code, std::string const& detail) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return passing_failure(detail, "check the spelling of the host, and the network");
    case CURLE_OPERATION_TIMEDOUT:
      return passing_failure("it takes too long: " + detail);
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return passing_failure("the transfer was cut off: " + detail);
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PROXY:
      return passing_failure("no connection: " + detail);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
      return lasting_failure("its certificate is not trusted: " + detail,
                             "tell the site's owner, or install the authority that signed it");
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
      return lasting_failure("it does not speak HTTP: " + detail, "check the URL");
    case CURLE_BAD_CONTENT_ENCODING:
      return lasting_failure("it is not packed as it says: " + detail, "tell the site's owner");
    default:
      return lasting_failure("it cannot be fetched: " + detail, "check the URL");
  }
}

}  // namespace

// One request, and its response as it comes in. The callbacks are C code's: nothing may be thrown
// through them.
class HttpTransfers::Transfer {
 public:
  Transfer(std::size_t id, HttpTransfers const& all) : all_(all), easy_(curl_easy_init()) {
    if (easy_ == nullptr) throw std::bad_alloc();
    reply_.id = id;
  }
  Transfer(Transfer const&) = delete;
  Transfer& operator=(Transfer const&) = delete;

  [[nodiscard]] CURL* handle() const { return easy_.get(); }

  void prepare(std::string const& url, Validators const& known, std::string const& contact) {
    set_target(url);
    set_headers(known, contact.empty() ? all_.contact_ : contact);
    set_limits();
    set_callbacks();
  }

  void end(CURLcode code) { code_ = code; }

  // True if it has ended, or must.
  [[nodiscard]] bool is_over(Clock::time_point now) {
    if (!code_ && is_stalled(now)) {
      fail(passing_failure("nothing came for " + std::to_string(all_.limits_.stall.count()) + " ms"));
    }
    return code_ || has_failed();
  }

  [[nodiscard]] bool has_failed() const { return reply_.failure.has_value(); }

  // Throws what could not be thrown while the body came.
  HttpReply take_reply() {
    if (disk_error_) std::rethrow_exception(disk_error_);
    reply_.status = status();
    if (headers_have_ended_ && status() >= 300) {
      reply_.failure.reset();  // a redirect or an error page has said enough
    } else if (code_ && *code_ != CURLE_OK) {
      fail(failure_of(*code_, error_text_.front() == '\0' ? curl_easy_strerror(*code_) : error_text_.data()));
    }
    read_headers();
    return std::move(reply_);
  }

 private:
  template <typename Value>
  void set(CURLoption option, Value value) {
    auto const result = curl_easy_setopt(handle(), option, value);
    if (result != CURLE_OK) throw Error(ErrorCode::internal, curl_easy_strerror(result));
  }

  static std::string part(UrlHandle const& url, CURLUPart which) {
    char* text = nullptr;
    curl_url_get(url.get(), which, &text, 0);
    CurlText const owned(text);
    return text == nullptr ? std::string{} : std::string(text);
  }

  // Takes the URL apart with libcurl, so that what is judged is what it will connect to.
  void set_target(std::string const& text) {
    UrlHandle const url(curl_url());
    auto const result = curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME);
    auto const scheme = part(url, CURLUPART_SCHEME);
    if (result != CURLUE_OK || (scheme != "http" && scheme != "https")) {
      return fail(lasting_failure("it is no http or https URL", "check its spelling"));
    }
    auto const host = part(url, CURLUPART_HOST);
    auto const proxy = proxy_for(scheme, host, all_.proxies_);
    is_guarded_ = !all_.allow_private_ && proxy.empty();
    if (!all_.allow_private_ && !proxy.empty()) {
      if (auto const name = special_host(host); !name.empty()) return fail(refused_host(host, name));
    }
    set(CURLOPT_URL, text.c_str());
    set(CURLOPT_PROXY, proxy.c_str());  // empty: none, whatever the environment says
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_PROTOCOLS_STR, "http,https");
  }

  void set_headers(Validators const& known, std::string const& contact) {
    set(CURLOPT_USERAGENT, user_agent(contact).c_str());
    set(CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl can decode
    if (!known.etag.empty()) add_header("If-None-Match: " + known.etag);
    if (!known.last_modified.empty()) add_header("If-Modified-Since: " + known.last_modified);
    set(CURLOPT_HTTPHEADER, headers_.get());
  }

  void add_header(std::string const& line) {
    auto* const longer = curl_slist_append(headers_.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    (void)headers_.release();
    headers_.reset(longer);
  }

  void set_limits() {
    auto const& limits = all_.limits_;
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits.transfer.count()));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L);  // a name that is still being resolved holds nobody up
  }

  void set_callbacks() {
    set(CURLOPT_ERRORBUFFER, error_text_.data());
    set(CURLOPT_OPENSOCKETFUNCTION, &Transfer::open_socket);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_HEADERFUNCTION, &Transfer::take_header);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Transfer::take_body);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_PRIVATE, this);
  }

  // The one place that sees the address a connection is really made to.
  static curl_socket_t open_socket(void* transfer, curlsocktype, curl_sockaddr* address) {
    auto& self = *static_cast<Transfer*>(transfer);
    if (self.is_guarded_) {
      if (auto refusal = refuse_special(address->addr)) {
        self.fail(std::move(*refusal));
        return CURL_SOCKET_BAD;
      }
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  }

  static std::size_t take_header(char* line, std::size_t, std::size_t size, void* transfer) {
    auto& self = *static_cast<Transfer*>(transfer);
    self.header_bytes_ += size;
    if (self.header_bytes_ > self.all_.limits_.header_bytes) {
      self.fail(too_long("its header", self.all_.limits_.header_bytes));
      return 0;
    }
    self.headers_have_ended_ = std::string_view(line, size) == "\r\n" || std::string_view(line, size) == "\n";
    return size;
  }

  static std::size_t take_body(char* bytes, std::size_t, std::size_t size, void* transfer) {
    return static_cast<Transfer*>(transfer)->keep({bytes, size}) ? size : 0;
  }

  [[nodiscard]] bool keep(std::string_view bytes) {
    body_bytes_ += bytes.size();
    if (!wants_body()) return body_bytes_ <= kUnwantedBytes;
    auto const max_bytes = all_.limits_.document_bytes;
    if (std::max(body_bytes_, size(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)) > max_bytes)
      fail(too_long("it", max_bytes));
    if (is_bomb()) {
      fail(lasting_failure(
          "it unpacks to more than " + std::to_string(kUnpacking.unpacked_ratio) + " times its size",
          "tell the site's owner"));
    }
    return !has_failed() && spool(bytes);
  }

  [[nodiscard]] bool is_bomb() const {
    return body_bytes_ > kUnpacking.ratio_free_bytes &&
           body_bytes_ / std::max<std::size_t>(received_bytes(), 1) >= kUnpacking.unpacked_ratio;
  }

  [[nodiscard]] bool spool(std::string_view bytes) {
    try {
      if (!reply_.body) reply_.body.emplace();
      reply_.body->append(bytes);
    } catch (...) {
      disk_error_ = std::current_exception();
    }
    return disk_error_ == nullptr;
  }

  void fail(TransferFailure failure) {
    if (!has_failed()) reply_.failure = std::move(failure);
  }

  // True once no byte has come for too long.
  [[nodiscard]] bool is_stalled(Clock::time_point now) {
    auto const received = header_bytes_ + received_bytes();
    if (std::exchange(received_, received) != received) last_byte_ = now;
    return now - last_byte_ > all_.limits_.stall;
  }

  [[nodiscard]] int status() const {
    long status = 0;
    curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &status);
    return static_cast<int>(status);
  }

  [[nodiscard]] bool wants_body() const { return status() / 100 == 2; }

  // A count of bytes that libcurl keeps; 0 if it does not know.
  [[nodiscard]] std::size_t size(CURLINFO which) const {
    curl_off_t bytes = 0;
    curl_easy_getinfo(handle(), which, &bytes);
    return static_cast<std::size_t>(std::max<curl_off_t>(bytes, 0));
  }

  // Of the body, as it was sent.
  [[nodiscard]] std::size_t received_bytes() const { return size(CURLINFO_SIZE_DOWNLOAD_T); }

  [[nodiscard]] std::string header(char const* name) const {
    curl_header* found = nullptr;
    constexpr int kLastResponse = -1;
    auto const result = curl_easy_header(handle(), name, 0, CURLH_HEADER, kLastResponse, &found);
    return result == CURLHE_OK ? found->value : std::string{};
  }

  void read_headers() {
    reply_.location = header("Location");
    reply_.etag = header("ETag");
    reply_.last_modified = header("Last-Modified");
    reply_.content_type = header("Content-Type");
    reply_.retry_after = header("Retry-After");
  }

  HttpTransfers const& all_;
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

HttpTransfers::HttpTransfers(FetchSettings const& settings)
    : limits_(settings.limits),
      allow_private_(settings.allow_private),
      contact_(settings.contact),
      proxies_(find_proxies(settings.proxy, [](char const* name) { return std::getenv(name); })) {
  start_library();
  multi_.reset(curl_multi_init());
  if (multi_ == nullptr) throw std::bad_alloc();
}

HttpTransfers::~HttpTransfers() {
  for (auto const& [id, transfer] : transfers_) curl_multi_remove_handle(multi_.get(), transfer->handle());
}

void HttpTransfers::CloseMulti::operator()(void* multi) const {
  curl_multi_cleanup(multi);
}

void HttpTransfers::start(std::size_t id, std::string const& url, Validators const& known,
                          std::string const& contact) {
  auto transfer = std::make_unique<Transfer>(id, *this);
  transfer->prepare(url, known, contact);
  auto const& started = *transfers_.emplace(id, std::move(transfer)).first->second;
  if (!started.has_failed()) check(curl_multi_add_handle(multi_.get(), started.handle()));
}

std::vector<HttpReply> HttpTransfers::wait(std::chrono::milliseconds longest) {
  bool const is_ready = std::any_of(transfers_.begin(), transfers_.end(),
                                    [](auto const& entry) { return entry.second->has_failed(); });
  perform(is_ready ? std::chrono::milliseconds(0) : longest);
  std::vector<HttpReply> replies;
  auto const now = Clock::now();
  for (auto entry = transfers_.begin(); entry != transfers_.end();) {
    auto& transfer = *entry->second;
    if (!transfer.is_over(now)) {
      ++entry;
      continue;
    }
    curl_multi_remove_handle(multi_.get(), transfer.handle());
    replies.push_back(transfer.take_reply());
    entry = transfers_.erase(entry);
  }
  return replies;
}

// Waits for something to happen and lets libcurl do what there is to do.
void HttpTransfers::perform(std::chrono::milliseconds longest) {
  int count = 0;
  check(curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(longest.count()), nullptr));
  check(curl_multi_perform(multi_.get(), &count));
  while (auto const* message = curl_multi_info_read(multi_.get(), &count)) {
    if (message->msg != CURLMSG_DONE) continue;
    Transfer* transfer = nullptr;
    curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
    transfer->end(message->data.result);
  }
}

std::string fetch_library() {
  return std::string("libcurl ") + curl_version_info(CURLVERSION_NOW)->version;
}

}  // namespace pressmark
