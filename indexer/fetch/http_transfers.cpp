// libcurl's multi interface: connections are pooled for as long as the transfers live.
#include "indexer/fetch/http_transfers.h"

#include <algorithm>
#include <cstdlib>
#include <curl/curl.h>
#include <new>
#include <string>
#include <utility>

#include "indexer/fetch/http_transfer.h"

namespace pressmark {
namespace {

using Clock = std::chrono::steady_clock;

// libcurl is set up once, and stays: other code of the process may use it too.
void start_library() {
  static auto const result = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (result != CURLE_OK) throw Error(ErrorCode::internal, "libcurl cannot be set up");
}

void check(CURLMcode result) {
  if (result != CURLM_OK)
    throw Error(ErrorCode::internal, std::string("libcurl: ") + curl_multi_strerror(result));
}

}  // namespace

HttpTransfers::HttpTransfers(FetchSettings const& settings)
    : settings_{.limits = settings.limits,
                .allow_private = settings.allow_private,
                .contact = settings.contact,
                .proxies = find_proxies(settings.proxy, [](char const* name) { return std::getenv(name); })} {
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
  auto transfer = std::make_unique<HttpTransfer>(id, settings_);
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
    HttpTransfer* transfer = nullptr;
    curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
    transfer->end(message->data.result);
  }
}

std::string fetch_library() {
  return std::string("libcurl ") + curl_version_info(CURLVERSION_NOW)->version;
}

}  // namespace pressmark
