// Fetching documents over HTTP, many at once, politely: for the nightly job.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/byte_stream.h"
#include "common/base/error.h"
#include "common/base/stop.h"

namespace pressmark {

struct FetchLimits {
  std::chrono::milliseconds connect{10'000};            // resolving the name, TCP and TLS
  std::chrono::milliseconds stall{30'000};              // without a byte
  std::chrono::milliseconds transfer{600'000};          // one request as a whole
  std::size_t document_bytes = std::size_t{256} << 20;  // received, and unpacked
  std::size_t header_bytes = std::size_t{64} << 10;
  int redirects = 5;
  int retries = 3;                                    // of one request
  std::chrono::milliseconds backoff{1'000};           // before the first retry; doubled for each further one
  std::chrono::milliseconds between_requests{1'000};  // from the end of one to the next, per host
  std::chrono::milliseconds longest_crawl_delay{10'000};  // a longer one in robots.txt is cut to this
  std::chrono::seconds longest_retry_after{60};           // a host that asks for more is asked no more
  int unanswered_requests = 3;  // in a row, retries included, after which a host is asked no more
  std::size_t at_once = 16;     // transfers; of one host there is never more than one
};

struct FetchSettings {
  // How to reach whoever runs this, a URL or a mail address, for the User-Agent; may be empty.
  std::string contact;

  // The proxy everything goes through. Empty: those that the environment names (http_proxy,
  // https_proxy, all_proxy, no_proxy).
  std::string proxy;

  // Lets addresses be fetched that only this machine or its network can reach. Otherwise each address
  // is refused on connecting unless it is public (public_address.h), on redirects too. What goes
  // through a proxy is resolved and connected to by the proxy, which must guard itself: here only
  // addresses written as such and the names of this machine are refused then. The proxy itself may
  // stand anywhere.
  bool allow_private = false;

  FetchLimits limits;
};

// What a server said about a version of a document, to ask for changes only (RFC 9110 §8.8).
struct Validators {
  std::string etag;           // as sent, with its quotes; empty if there was none
  std::string last_modified;  // as sent
};

struct FetchRequest {
  std::string url;
  Validators known;      // of the version the caller has; empty to get the document in any case
  bool is_page = false;  // robots.txt is asked first (RFC 9309); feeds are there to be fetched
  std::string contact;   // instead of FetchSettings::contact, unless empty
  std::size_t tag = 0;   // the caller's
};

enum class FetchOutcome {
  fresh,         // here it is
  not_modified,  // 304: the version that is known is the present one
  gone,          // 410: removed for good
  missing,       // 404
  disallowed,    // by robots.txt; a robots.txt that cannot be asked makes a page `failed`
  failed,
};

struct FetchedDocument {
  std::string url;        // as it was asked for
  std::string final_url;  // where redirects led

  // Where permanent redirects (301, 308) alone lead from `url`: the address to ask next time. Empty if
  // nowhere, if nothing was found there, or if it would give up https.
  std::string permanent_url;

  FetchOutcome outcome = FetchOutcome::failed;
  int status = 0;          // of the last response; 0 if there was none
  Validators validators;   // to ask with next time; of a 304 that does not repeat them, the known ones
  std::string media_type;  // "application/rss+xml", in lower case; empty if not told
  std::string charset;     // as Content-Type says, in lower case; empty if it does not

  // If fresh, the whole document, not empty, unpacked, in a temporary file without a name. Whether it
  // is what it should be, and not the page of a login, is for the caller to judge.
  std::unique_ptr<ByteStream> body;

  std::optional<Error> why;  // unless fresh or not modified

  // What the server asked to wait, where that is longer than limits.longest_retry_after.
  std::optional<std::chrono::seconds> retry_after;

  std::size_t tag = 0;
};

// Takes a document when it is there, and returns what is to be fetched then, such as the next page.
using TakeDocument = std::function<std::vector<FetchRequest>(FetchedDocument&&)>;

// Fetches `first` and whatever `take` asks for, and gives each document to `take` in the order they arrive.
// Only http and https are fetched. Redirects are followed, and each target is judged like a first request.
// No cookies are kept, and credentials in a URL go to its host alone.
//
// Requests to one host are sent one after the other, with a pause between. A failure that may be temporary
// (no connection, a stall, a transfer cut off, 429, 5xx) is retried after a growing delay, or when
// Retry-After says. A host that did not answer several times, or asks to wait for too long, gets no more
// requests: its remaining documents have `failed`.
//
// Nothing that a server does throws. Calls `should_stop`, which may be empty, every 200 ms or more
// often; once it is true, abandons everything and throws Error{interrupted}. Throws Error{disk_full}
// or Error{store_unwritable} where a body cannot be kept, and whatever `take` throws. Works in the
// calling thread, from which alone `take` and `should_stop` are called; transfers rest meanwhile.
// Several calls may run in different threads.
void fetch_all(std::vector<FetchRequest> first, FetchSettings const& settings, ShouldStop const& should_stop,
               TakeDocument const& take);

// The library that fetches, with its version.
[[nodiscard]] std::string fetch_library();

}  // namespace pressmark
