// Rewriting the parts of URLs.
#include "common/url/request_url.h"

#include "common/url/percent_encoding.h"
#include "common/url/url.h"

namespace pressmark {
std::string request_url(std::string_view text) {
  auto url = split_url(text);
  url.has_fragment = false;
  url.path = percent_encoded(url.path, kVisibleAscii);
  url.query = percent_encoded(url.query, kVisibleAscii);
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
