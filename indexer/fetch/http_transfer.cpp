// A request as libcurl makes it, with its callbacks.
#include "indexer/fetch/http_transfer.h"

#include <algorithm>
#include <new>
#include <sys/socket.h>
#include <utility>

#include "common/base/limits.h"
#include "indexer/fetch/public_address.h"

namespace pressmark {
namespace {

// Of the body of a response that is not wanted, read so that its connection can be used again.
constexpr std::size_t kUnwantedBytes = std::size_t{64} << 10;

// What repeats itself more than this is no feed but a bomb.
constexpr InputLimits kUnpacking;

using UrlHandle = std::unique_ptr<CURLU, CurlFree<curl_url_cleanup>>;
using CurlText = std::unique_ptr<char, CurlFree<curl_free>>;

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

std::string part(UrlHandle const& url, CURLUPart which) {
  char* text = nullptr;
  curl_url_get(url.get(), which, &text, 0);
  CurlText const owned(text);
  return text == nullptr ? std::string{} : std::string(text);
}

}  // namespace

HttpTransfer::HttpTransfer(std::size_t id, TransferSettings const& settings)
    : settings_(settings), easy_(curl_easy_init()) {
  if (easy_ == nullptr) throw std::bad_alloc();
  reply_.id = id;
}
void HttpTransfer::prepare(std::string const& url, Validators const& known, std::string const& contact) {
  set_target(url);
  set_headers(known, contact.empty() ? settings_.contact : contact);
  set_limits();
  set_callbacks();
}

// True if it has ended, or must.
bool HttpTransfer::is_over(Clock::time_point now) {
  if (!code_ && is_stalled(now)) {
    fail(passing_failure("nothing came for " + std::to_string(settings_.limits.stall.count()) + " ms"));
  }
  return code_ || has_failed();
}

// Throws what could not be thrown while the body came.
HttpReply HttpTransfer::take_reply() {
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

template <typename Value>
void HttpTransfer::set(CURLoption option, Value value) {
  auto const result = curl_easy_setopt(handle(), option, value);
  if (result != CURLE_OK) throw Error(ErrorCode::internal, curl_easy_strerror(result));
}

// Parses the URL with libcurl, so that what is judged is what it will connect to.
void HttpTransfer::set_target(std::string const& text) {
  UrlHandle const url(curl_url());
  auto const result = curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME);
  auto const scheme = part(url, CURLUPART_SCHEME);
  if (result != CURLUE_OK || (scheme != "http" && scheme != "https")) {
    return fail(lasting_failure("it is no http or https URL", "check its spelling"));
  }
  auto const host = part(url, CURLUPART_HOST);
  auto const proxy = proxy_for(scheme, host, settings_.proxies);
  is_guarded_ = !settings_.allow_private && proxy.empty();
  if (!settings_.allow_private && !proxy.empty()) {
    if (auto const name = special_host(host); !name.empty()) return fail(refused_host(host, name));
  }
  set(CURLOPT_URL, text.c_str());
  set(CURLOPT_PROXY, proxy.c_str());  // empty: none, whatever the environment says
  set(CURLOPT_NOPROXY, "");
  set(CURLOPT_PROTOCOLS_STR, "http,https");
}

void HttpTransfer::set_headers(Validators const& known, std::string const& contact) {
  set(CURLOPT_USERAGENT, user_agent(contact).c_str());
  set(CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl can decode
  if (!known.etag.empty()) add_header("If-None-Match: " + known.etag);
  if (!known.last_modified.empty()) add_header("If-Modified-Since: " + known.last_modified);
  set(CURLOPT_HTTPHEADER, headers_.get());
}

void HttpTransfer::add_header(std::string const& line) {
  auto* const longer = curl_slist_append(headers_.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  (void)headers_.release();
  headers_.reset(longer);
}

void HttpTransfer::set_limits() {
  auto const& limits = settings_.limits;
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits.transfer.count()));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_QUICK_EXIT, 1L);  // a name that is still being resolved holds nobody up
}

void HttpTransfer::set_callbacks() {
  set(CURLOPT_ERRORBUFFER, error_text_.data());
  set(CURLOPT_OPENSOCKETFUNCTION, &HttpTransfer::open_socket);
  set(CURLOPT_OPENSOCKETDATA, this);
  set(CURLOPT_HEADERFUNCTION, &HttpTransfer::take_header);
  set(CURLOPT_HEADERDATA, this);
  set(CURLOPT_WRITEFUNCTION, &HttpTransfer::take_body);
  set(CURLOPT_WRITEDATA, this);
  set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  set(CURLOPT_PRIVATE, this);
}

// The one place that sees the address a connection is really made to.
curl_socket_t HttpTransfer::open_socket(void* transfer, curlsocktype, curl_sockaddr* address) {
  auto& self = *static_cast<HttpTransfer*>(transfer);
  if (self.is_guarded_) {
    if (auto refusal = refuse_special(address->addr)) {
      self.fail(std::move(*refusal));
      return CURL_SOCKET_BAD;
    }
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t HttpTransfer::take_header(char* line, std::size_t, std::size_t size, void* transfer) {
  auto& self = *static_cast<HttpTransfer*>(transfer);
  self.header_bytes_ += size;
  if (self.header_bytes_ > self.settings_.limits.header_bytes) {
    self.fail(too_long("its header", self.settings_.limits.header_bytes));
    return 0;
  }
  self.headers_have_ended_ = std::string_view(line, size) == "\r\n" || std::string_view(line, size) == "\n";
  return size;
}

std::size_t HttpTransfer::take_body(char* bytes, std::size_t, std::size_t size, void* transfer) {
  return static_cast<HttpTransfer*>(transfer)->keep({bytes, size}) ? size : 0;
}

bool HttpTransfer::keep(std::string_view bytes) {
  body_bytes_ += bytes.size();
  if (!wants_body()) return body_bytes_ <= kUnwantedBytes;
  auto const max_bytes = settings_.limits.document_bytes;
  if (std::max(body_bytes_, size(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)) > max_bytes)
    fail(too_long("it", max_bytes));
  if (is_bomb()) {
    fail(lasting_failure(
        "it unpacks to more than " + std::to_string(kUnpacking.unpacked_ratio) + " times its size",
        "tell the site's owner"));
  }
  return !has_failed() && spool(bytes);
}

bool HttpTransfer::is_bomb() const {
  return body_bytes_ > kUnpacking.ratio_free_bytes &&
         body_bytes_ / std::max<std::size_t>(received_bytes(), 1) >= kUnpacking.unpacked_ratio;
}

bool HttpTransfer::spool(std::string_view bytes) {
  try {
    if (!reply_.body) reply_.body.emplace();
    reply_.body->append(bytes);
  } catch (...) {
    disk_error_ = std::current_exception();
  }
  return disk_error_ == nullptr;
}

void HttpTransfer::fail(TransferFailure failure) {
  if (!has_failed()) reply_.failure = std::move(failure);
}

// True once no byte has come for too long.
bool HttpTransfer::is_stalled(Clock::time_point now) {
  auto const received = header_bytes_ + received_bytes();
  if (std::exchange(received_, received) != received) last_byte_ = now;
  return now - last_byte_ > settings_.limits.stall;
}

int HttpTransfer::status() const {
  long status = 0;
  curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &status);
  return static_cast<int>(status);
}

// A count of bytes that libcurl keeps; 0 if it does not know.
std::size_t HttpTransfer::size(CURLINFO which) const {
  curl_off_t bytes = 0;
  curl_easy_getinfo(handle(), which, &bytes);
  return static_cast<std::size_t>(std::max<curl_off_t>(bytes, 0));
}

// Of the body, as it was sent.
std::size_t HttpTransfer::received_bytes() const {
  return size(CURLINFO_SIZE_DOWNLOAD_T);
}

std::string HttpTransfer::header(char const* name) const {
  curl_header* found = nullptr;
  constexpr int kLastResponse = -1;
  auto const result = curl_easy_header(handle(), name, 0, CURLH_HEADER, kLastResponse, &found);
  return result == CURLHE_OK ? found->value : std::string{};
}

void HttpTransfer::read_headers() {
  reply_.location = header("Location");
  reply_.etag = header("ETag");
  reply_.last_modified = header("Last-Modified");
  reply_.content_type = header("Content-Type");
  reply_.retry_after = header("Retry-After");
}

}  // namespace pressmark
