// Rewriting the parts of URLs.
#include "common/url/request_url.h"

#include "common/url/url.h"

namespace pressmark {
namespace {

// What stands in `text` already stays, escapes too.
std::string escaped(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string result;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 0x7F) {
      result += c;
    } else {
      result += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return result;
}

}  // namespace

std::string request_url(std::string_view text) {
  auto url = split_url(text);
  url.has_fragment = false;
  url.path = escaped(url.path);
  url.query = escaped(url.query);
  return join_url(url);
}

std::string shown_url(std::string_view text) {
  auto url = split_url(text);
  url.authority.erase(0, url.authority.rfind('@') + 1);
  return join_url(url);
}

std::string robots_url(std::string_view text) {
  auto url = split_url(text);
  url.path = "/robots.txt";
  url.has_query = url.has_fragment = false;
  return join_url(url);
}

}  // namespace pressmark
