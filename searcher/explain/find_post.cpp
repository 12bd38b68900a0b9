// Tries the address as it is, then as the end of one, and offers the nearest where neither finds one post.
#include "searcher/explain/find_post.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/index/schema.h"
#include "common/strings/edit_distance.h"
#include "common/text/fold.h"
#include "common/url/url.h"

namespace pressmark {
namespace {

// The number of addresses offered where a name fits no post, or several.
constexpr std::size_t kOffered = 3;

struct Address {
  Xapian::docid document = 0;
  std::string url;
};

Xapian::docid first_with(Xapian::Database const& database, std::string const& term) {
  auto const posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? 0 : *posting;
}

std::vector<Address> all_addresses(Xapian::Database const& database, RecordUnpacker& unpacker) {
  std::vector<Address> addresses;
  auto const end = database.postlist_end("");
  for (auto posting = database.postlist_begin(""); posting != end; ++posting) {
    addresses.push_back({*posting, unpacker.fields(database.get_document(*posting).get_data()).url});
  }
  return addresses;
}

// What is compared with the ends of addresses: schemes differ by accident.
std::string tail_of(std::string_view name) {
  auto const canonical = canonical_url(name);
  auto const scheme = canonical.find("://");
  return scheme == std::string::npos ? canonical : canonical.substr(scheme + 3);
}

// Addresses whose last segment is spelled nearly as that of `name`, or has it, the nearest first.
std::vector<std::string> near_addresses(std::vector<Address> const& addresses, std::string_view name) {
  auto const wanted = fold(url_slug(name));
  auto const edits = std::max<std::size_t>(1, wanted.size() / 3);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (auto const& address : addresses) {
    auto const slug = fold(url_slug(address.url));
    if (wanted.empty() || slug.empty()) continue;
    auto const distance = edit_distance(wanted, slug, edits);
    if (distance <= edits || slug.find(wanted) != std::string::npos) near.emplace_back(distance, address.url);
  }
  std::ranges::sort(near);
  if (near.size() > kOffered) near.resize(kOffered);
  std::vector<std::string> urls;
  for (auto& [distance, url] : near) urls.push_back(std::move(url));
  return urls;
}

std::string listed(std::vector<std::string> const& urls) {
  std::string text;
  for (auto const& url : urls) text += (text.empty() ? "" : ", ") + url;
  return text;
}

[[noreturn]] void refuse_unknown(std::vector<Address> const& addresses, std::string_view name) {
  auto const near = near_addresses(addresses, name);
  throw Error(ErrorCode::usage, "no post has the URL " + std::string(name),
              near.empty() ? "pressmark search --format urls WORDS lists the addresses of posts"
                           : "near to it: " + listed(near));
}

[[noreturn]] void refuse_ambiguous(std::vector<Address> const& found, std::string_view name) {
  std::vector<std::string> urls;
  for (auto const& address : found) {
    if (urls.size() < kOffered) urls.push_back(address.url);
  }
  throw Error(ErrorCode::usage,
              "the URLs of " + std::to_string(found.size()) + " posts end in " + std::string(name),
              "write more of one: " + listed(urls) + (found.size() > urls.size() ? ", …" : ""));
}

}  // namespace

NamedPost find_post(Xapian::Database const& database, std::string_view name, RecordUnpacker& unpacker) {
  if (auto const document = first_with(database, key_term(Field::id, name))) return {document, {}};
  auto const hash = name.find('#');
  NamedPost post;
  if (hash != std::string_view::npos) post.anchor = name.substr(hash + 1);
  auto const url = name.substr(0, hash);
  post.document = first_with(database, key_term(Field::url, stable_hash({canonical_url(url)})));
  if (post.document != 0) return post;

  auto const addresses = all_addresses(database, unpacker);
  auto found = addresses;
  std::erase_if(found, [tail = tail_of(url)](Address const& address) {
    return !url_ends_with(canonical_url(address.url), tail);
  });
  if (found.empty()) refuse_unknown(addresses, url);
  if (found.size() > 1) refuse_ambiguous(found, url);
  post.document = found.front().document;
  return post;
}

}  // namespace pressmark
